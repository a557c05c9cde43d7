package dev.odinbot.plugin;

import dev.odinbot.api.Plugin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Makes a plugin's jar out of source text. */
final class PluginJar {

    /** The host's classes; nothing else of its class path, which takes long to look through. */
    private static final String API = Path.of(URI.create(Plugin.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()))
            .toString();

    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, byte[]> classes = new TreeMap<>();

    /** A jar that is fine but for the class {@code <id>.Main}, which the test adds. */
    static PluginJar of(String id) {
        return new PluginJar()
                .with("Plugin-Id", id)
                .with("Plugin-Version", "1.0.0")
                .with("Plugin-Class", id + ".Main")
                .with("Plugin-Requires", "^0.1.0");
    }

    PluginJar with(String key, String value) {
        manifest.put(key, value);
        return this;
    }

    PluginJar without(String key) {
        manifest.remove(key);
        return this;
    }

    /** @param source without package and imports of the API, which it has */
    PluginJar source(String className, String source) {
        String packageName = className.substring(0, className.lastIndexOf('.'));
        return raw(
                className,
                "package " + packageName + ";\nimport dev.odinbot.api.*;\nimport dev.odinbot.api.command.*;\n"
                        + source);
    }

    PluginJar raw(String className, String source) {
        sources.put(className, source);
        return this;
    }

    Path write(Path jar) {
        compile();
        Manifest content = new Manifest();
        content.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.forEach(content.getMainAttributes()::putValue);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, content)) {
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                zip.putNextEntry(new JarEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    private void compile() {
        if (sources.isEmpty()) {
            return;
        }
        try {
            Path out = Files.createTempDirectory("plugin-classes");
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            StringWriter messages = new StringWriter();
            List<String> options = List.of("-parameters", "-proc:none", "-d", out.toString(), "-cp", API);
            List<Source> units = sources.entrySet().stream()
                    .map(source -> new Source(source.getKey(), source.getValue()))
                    .toList();
            if (!compiler.getTask(messages, null, null, options, null, units).call()) {
                throw new IllegalArgumentException(messages.toString());
            }
            try (var files = Files.walk(out)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    classes.put(out.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
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
