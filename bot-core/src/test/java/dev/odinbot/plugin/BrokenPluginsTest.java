package dev.odinbot.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.admin.PluginInfo;
import dev.odinbot.api.admin.PluginState;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.GoldenFile;
import dev.odinbot.testing.PluginJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a jar, the report says what and where, and the others start. */
class BrokenPluginsTest {

    private static final String EMPTY = "public class Main implements Plugin { public void start(PluginContext c) {} }";

    @TempDir
    private Path folder;

    private final StringBuilder table = new StringBuilder();

    @Test
    void start_brokenJars_areReportedPreciselyAndTheOthersStart() throws IOException {
        unreadable();
        descriptors();
        dependencies();
        classes();
        damage();
        code();
        jar("fine", EMPTY);

        TestHost host = TestHost.of(folder, "section: {size: many, colour: red}, unasked: {size: 3}");
        try (host) {
            String log = CapturedLog.of(() -> assertThat(host.start()).containsExactly("fine"));

            for (PluginInfo info : host.plugins().all()) {
                table.append(info.jar())
                        .append(": ")
                        .append(info.state())
                        .append(' ')
                        .append(info.reason())
                        .append('\n');
                if (info.state() == PluginState.FAILED) {
                    assertThat(log).contains("Plugin " + info.jar() + " is left out: " + info.reason());
                }
            }
            GoldenFile.assertMatches(
                    getClass(),
                    "broken-jars.txt",
                    table.toString()
                            .replace(Versions.API, "API")
                            .replace("Java " + Runtime.version().feature(), "Java N"));
            assertThat(log).contains("\tat start.Main.deeper(Main.java");
            assertThat(host.registrar().all()).isEmpty();
        }
    }

    private void unreadable() throws IOException {
        Files.writeString(folder.resolve("a-text.jar"), "this is no zip file");
        Files.createFile(folder.resolve("b-empty.jar"));
        byte[] whole = PluginJar.of("half").source("half.Main", EMPTY).bytes();
        Files.write(folder.resolve("c-half.jar"), java.util.Arrays.copyOf(whole, whole.length / 2));
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("d-no-manifest.jar")))) {
            zip.putNextEntry(new ZipEntry("x"));
        }
        Files.writeString(folder.resolve("readme.txt"), "not a jar and not meant to be one");
    }

    private void descriptors() {
        PluginJar.of("x").without("Plugin-Id").write(folder.resolve("e-no-id.jar"));
        PluginJar.of("x")
                .without("Plugin-Id")
                .without("Plugin-Class")
                .without("Plugin-Version")
                .without("Plugin-Requires")
                .write(folder.resolve("f-nothing.jar"));
        PluginJar.of("future").with("Plugin-Requires", ">=2.0.0").write(folder.resolve("g-future.jar"));
        PluginJar.of("odd").with("Plugin-Requires", "soon").write(folder.resolve("h-odd-requires.jar"));
        PluginJar.of("odd").with("Plugin-Id", "Not An Id").write(folder.resolve("i-odd-id.jar"));
        PluginJar.of("odd").with("Plugin-Id", "folder").write(folder.resolve("j-taken-key.jar"));
        PluginJar.of("odd").with("Plugin-Id", "bot").write(folder.resolve("j-the-bots-own.jar"));
        PluginJar.of("odd")
                .with("Plugin-Version", "new")
                .with("Plugin-Dependencies", "Some Plugin, music@later")
                .write(folder.resolve("k-all-odd.jar"));
        PluginJar.of("fine").source("fine.Main", EMPTY).write(folder.resolve("z-same-id.jar"));
    }

    private void dependencies() {
        PluginJar.of("absent").with("Plugin-Dependencies", "nobody").write(folder.resolve("l-absent.jar"));
        PluginJar.of("wrong").with("Plugin-Dependencies", "fine@^2.0.0").write(folder.resolve("l-wrong.jar"));
        PluginJar.of("follows").with("Plugin-Dependencies", "start").write(folder.resolve("l-follows.jar"));
        PluginJar.of("ring-a").with("Plugin-Dependencies", "ring-b").write(folder.resolve("l-ring-a.jar"));
        PluginJar.of("ring-b").with("Plugin-Dependencies", "ring-c").write(folder.resolve("l-ring-b.jar"));
        PluginJar.of("ring-c").with("Plugin-Dependencies", "ring-a").write(folder.resolve("l-ring-c.jar"));
        PluginJar.of("on-ring").with("Plugin-Dependencies", "ring-a").write(folder.resolve("l-on-ring.jar"));
    }

    private void classes() {
        PluginJar.of("lost").write(folder.resolve("m-class-missing.jar"));
        jar("other", "public class Main {}");
        jar("asks", EMPTY.replace("{ public", "{ Main(java.util.List<String> l) {} public"));
        jar("two", EMPTY.replace("{ public", "{ Main() {} Main(int i) {} public"));
        jar(
                "circle",
                EMPTY.replace("{ public", "{ Main(A a) {} public") + " class A { A(B b) {} } class B { B(A a) {} }");
        PluginJar.of("java99")
                .source("java99.Main", EMPTY)
                .classFileVersion("java99.Main", 143)
                .write(folder.resolve("java99.jar"));
        PluginJar.of("core")
                .seeing(Path.of(PluginHost.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()))
                .source("core.Main", EMPTY.replace("{}", "{ dev.odinbot.plugin.PluginHost.class.getName(); }"))
                .write(folder.resolve("core.jar"));
        PluginJar.of("part")
                .source("part.Main", EMPTY.replace("{}", "{ new Part(); }") + " class Part {}")
                .withoutClass("part.Part")
                .write(folder.resolve("part.jar"));
        PluginJar.of("old-api")
                .raw(
                        "dev.odinbot.api.PluginContext",
                        "package dev.odinbot.api; public interface PluginContext { int age(); }")
                .source("old.Main", EMPTY.replace("{}", "{ c.age(); }"))
                .with("Plugin-Class", "old.Main")
                .write(folder.resolve("old-api.jar"));
    }

    private void damage() throws IOException {
        Files.createDirectory(folder.resolve("n-folder.jar"));
        PluginJar.of("half-class")
                .with("Plugin-Class", "half.Main")
                .source("half.Main", EMPTY)
                .halfOfClass("half.Main")
                .write(folder.resolve("n-half-class.jar"));
        SignedJar.writeTampered(
                PluginJar.of("signed").source("signed.Main", EMPTY).bytes(),
                "signed/Main.class",
                "malice".getBytes(StandardCharsets.UTF_8),
                folder.resolve("n-signed.jar"));
        String bomb = "b".repeat(100_000_000);
        PluginJar.of("bomb")
                .with("Plugin-Class", "bomb.Main")
                .source("bomb.Main", EMPTY)
                .entry("messages_de.properties", bomb)
                .write(folder.resolve("n-bomb.jar"));
        PluginJar.of("backslash")
                .with("Plugin-Class", "backslash.Main")
                .source("backslash.Main", EMPTY)
                .entry("messages_de.properties", "path=C:\\users")
                .write(folder.resolve("n-backslash.jar"));
        PluginJar.of("brace")
                .with("Plugin-Class", "brace.Main")
                .source("brace.Main", EMPTY)
                .entry("messages.properties", "fine=yes\nopen={0 is open")
                .write(folder.resolve("n-brace.jar"));
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("n-manifest-bomb.jar")))) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(bomb.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void code() {
        jar(
                "constructor",
                EMPTY.replace("{ public", "{ Main(Part p) {} public")
                        + " class Part { Part() { throw new AssertionError(\"no part\"); } }");
        jar("static-init", EMPTY.replace("{ public", "{ static int x = Integer.parseInt(\"x\"); public"), "staticinit");
        jar("start", """
                public class Main implements Plugin {
                    public void start(PluginContext context) {
                        context.register(new Object() { @Command("half") void half() {} });
                        deeper();
                    }
                    private void deeper() { throw new IllegalStateException("no music\\ntoday"); }
                }
                """);
        jar("section", """
                public class Main implements Plugin {
                    record Settings(int size) {}
                    public void start(PluginContext context) { context.config(Settings.class); }
                }
                """);
        jar("unasked", EMPTY);
    }

    private void jar(String id, String source) {
        jar(id, source, id);
    }

    private void jar(String id, String source, String packageName) {
        PluginJar.of(id)
                .with("Plugin-Class", packageName + ".Main")
                .source(packageName + ".Main", source)
                .write(folder.resolve(id + ".jar"));
    }
}
