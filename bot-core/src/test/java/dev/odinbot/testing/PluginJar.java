package dev.odinbot.testing;

import dev.odinbot.api.Plugin;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.slf4j.Logger;

/** Makes a plugin's jar out of source text. */
public final class PluginJar {

    /** What every plugin sees; nothing else of the host's class path, which takes long to look through. */
    private static final List<Path> SEEN = List.of(home(Plugin.class), home(Logger.class));

    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, byte[]> entries = new TreeMap<>();
    private String parameterNames = "-parameters";
    private final List<Path> classPath = new ArrayList<>(SEEN);

    /** A jar that is fine but for the class {@code <id>.Main}, which the test adds. */
    public static PluginJar of(String id) {
        return new PluginJar()
                .with("Plugin-Id", id)
                .with("Plugin-Version", "1.0.0")
                .with("Plugin-Class", id + ".Main")
                .with("Plugin-Requires", "^0.1.0");
    }

    public PluginJar with(String key, String value) {
        manifest.put(key, value);
        return this;
    }

    /** Compiles the sources without the names of parameters. */
    public PluginJar nameless() {
        parameterNames = "-nowarn";
        return this;
    }

    public PluginJar without(String key) {
        manifest.remove(key);
        return this;
    }

    /** @param source without package and imports of the API, which it has */
    public PluginJar source(String className, String source) {
        String packageName = className.substring(0, className.lastIndexOf('.'));
        return raw(
                className,
                "package " + packageName + ";\nimport dev.odinbot.api.*;\nimport dev.odinbot.api.command.*;\n"
                        + source);
    }

    public PluginJar raw(String className, String source) {
        sources.put(className, source);
        return this;
    }

    /** A file that is no class. */
    public PluginJar entry(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Lets the sources use the classes of another plugin. */
    public PluginJar seeing(Path otherJar) {
        classPath.add(otherJar);
        return this;
    }

    /** Compiles now, and marks the class as compiled for a later Java. */
    public PluginJar classFileVersion(String className, int version) {
        compile();
        byte[] bytes = entries.get(className.replace('.', '/') + ".class");
        bytes[6] = (byte) (version >> 8);
        bytes[7] = (byte) version;
        return this;
    }

    /** Compiles now, and forgets a class that the others need. */
    public PluginJar withoutClass(String className) {
        compile();
        entries.remove(className.replace('.', '/') + ".class");
        return this;
    }

    /** Compiles now, and leaves of a class its first half. */
    public PluginJar halfOfClass(String className) {
        compile();
        entries.computeIfPresent(
                className.replace('.', '/') + ".class", (name, bytes) -> Arrays.copyOf(bytes, bytes.length / 2));
        return this;
    }

    /** The jar's bytes. */
    public byte[] bytes() {
        compile();
        Manifest content = new Manifest();
        content.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.forEach(content.getMainAttributes()::putValue);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream zip = new JarOutputStream(out, content)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new JarEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes it, over what is there, as a copying operator would. */
    public Path write(Path jar) {
        try {
            return Files.write(jar, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private String classPath() {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private void compile() {
        if (sources.isEmpty()) {
            return;
        }
        try {
            Path out = Files.createTempDirectory("plugin-classes");
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            StringWriter messages = new StringWriter();
            List<String> options = List.of(parameterNames, "-proc:none", "-d", out.toString(), "-cp", classPath());
            List<Source> units = sources.entrySet().stream()
                    .map(source -> new Source(source.getKey(), source.getValue()))
                    .toList();
            if (!compiler.getTask(messages, null, null, options, null, units).call()) {
                throw new IllegalArgumentException(messages.toString());
            }
            try (var files = Files.walk(out)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    entries.put(out.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
            sources.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
