package dev.odinbot.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.command.CommandRegistry;
import dev.odinbot.config.ConfigReader;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.GoldenFile;
import dev.odinbot.testing.TestGate;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarPluginHostTest {

    private static final String EMPTY = "public class Main implements Plugin { public void start(PluginContext c) {} }";

    @TempDir
    private Path folder;

    private final CommandRegistry commands = new CommandRegistry(TestGate.open());
    private final List<JarPluginHost> hosts = new ArrayList<>();

    @AfterEach
    void close() {
        hosts.forEach(JarPluginHost::close);
        System.clearProperty("test.log");
    }

    @Test
    void start_plugin_isBuiltWithWhatItsConstructorsAskFor() {
        PluginJar.of("dice").source("dice.Main", """
                        class Main implements Plugin {
                            private final Dice dice;
                            Main(Dice dice, Cup cup) { this.dice = dice; if (cup.dice != dice) throw new AssertionError(); }
                            public void start(PluginContext context) { context.register(dice); }
                        }
                        class Cup {
                            final Dice dice;
                            Cup(Dice dice, CommandCatalog catalog) { this.dice = dice; catalog.all(); }
                        }
                        class Dice {
                            private final PluginContext context;
                            private Dice(PluginContext context) { this.context = context; }
                            @Command("roll <sides>") Reply roll(int sides) { return Reply.of(context.id()); }
                        }
                        """).write(folder.resolve("dice.jar"));

        assertThat(host("").start()).containsExactly("dice");
        assertThat(commands.find("roll")).hasValueSatisfying(info -> {
            assertThat(info.plugin()).isEqualTo("dice");
            assertThat(info.usage()).isEqualTo("roll <sides>");
        });
    }

    @Test
    void plugin_madeStartedAndStopped_hasItsOwnClassLoaderOnTheThread() {
        PluginJar.of("loader").source("loader.Main", """
                        class Main implements Plugin {
                            Main() { look("made"); }
                            public void start(PluginContext context) { look("started"); }
                            public void stop() { look("stopped"); }
                            private static void look(String when) {
                                boolean own = Thread.currentThread().getContextClassLoader() == Main.class.getClassLoader();
                                System.setProperty("test.log", System.getProperty("test.log", "") + when + " " + own + ", ");
                            }
                        }
                        """).write(folder.resolve("loader.jar"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        JarPluginHost host = host("");
        host.start();
        host.close();

        assertThat(System.getProperty("test.log")).isEqualTo("made true, started true, stopped true, ");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void start_plugin_seesTheApiAndTheJdkAndNothingElseOfTheHost() {
        PluginJar.of("spy").source("spy.Main", """
                        public class Main implements Plugin {
                            public void start(PluginContext context) throws Exception {
                                StringBuilder seen = new StringBuilder();
                                for (String name : new String[] {
                                    "dev.odinbot.api.Plugin", "org.slf4j.Logger", "java.sql.Driver", "dev.odinbot.plugin.PluginHost",
                                    "com.google.inject.Injector", "org.pf4j.Plugin", "com.fasterxml.jackson.databind.ObjectMapper"
                                }) {
                                    try {
                                        Class.forName(name);
                                        seen.append(name).append(' ');
                                    } catch (ClassNotFoundException e) {
                                        // hidden
                                    }
                                }
                                if (getClass().getResource("/dev/odinbot/plugin/PluginHost.class") != null) seen.append("resource");
                                System.setProperty("test.log", seen.toString());
                            }
                        }
                        """).write(folder.resolve("spy.jar"));

        assertThat(host("").start()).containsExactly("spy");
        assertThat(System.getProperty("test.log"))
                .isEqualTo("dev.odinbot.api.Plugin org.slf4j.Logger java.sql.Driver ");
    }

    @Test
    void start_jarThatCarriesTheApiAndAClassOfItsOwn_usesTheHostsApiAndItsOwnClass() {
        PluginJar.of("fat")
                .source("fat.Main", """
                        public class Main implements Plugin {
                            public void start(PluginContext context) {
                                System.setProperty("test.log", com.google.inject.Guice.NAME);
                            }
                        }
                        """)
                .raw(
                        "com.google.inject.Guice",
                        "package com.google.inject; public class Guice { public static String NAME = \"mine\"; }")
                .raw(
                        "dev.odinbot.api.PluginContext",
                        "package dev.odinbot.api; public interface PluginContext { String id(); }")
                .write(folder.resolve("fat.jar"));

        assertThat(host("").start()).containsExactly("fat");
        assertThat(System.getProperty("test.log")).isEqualTo("mine");
    }

    @Test
    void start_section_comesAsARecordWithDefaults() {
        greeter().write(folder.resolve("greeter.jar"));

        assertThat(host("greeter: {times: 3}").start()).containsExactly("greeter");
        assertThat(System.getProperty("test.log")).isEqualTo("Settings[text=hi, times=3]");
    }

    @Test
    void start_faultySection_isReportedWithAllFaultsAndLeavesNothing() {
        greeter().write(folder.resolve("greeter.jar"));
        fine("other");

        String log = log("greeter: {times: 99, txt: x}", "other");

        assertThat(log.lines()).hasSize(2);
        assertThat(log)
                .contains("Plugin greeter.jar is left out: its section has faults: config.yml:2:")
                .contains("plugins.greeter.times")
                .contains("plugins.greeter.txt");
        assertThat(commands.all()).isEmpty();
    }

    @Test
    void start_brokenJars_areEachReportedInOneLineAndTheOthersStart() throws IOException {
        Files.writeString(folder.resolve("a-text.jar"), "this is no zip file");
        Files.createFile(folder.resolve("b-empty.jar"));
        PluginJar.of("c").without("Plugin-Id").write(folder.resolve("c-no-id.jar"));
        PluginJar.of("d").without("Plugin-Class").write(folder.resolve("d-no-class.jar"));
        PluginJar.of("e").without("Plugin-Version").write(folder.resolve("e-no-version.jar"));
        PluginJar.of("f").without("Plugin-Requires").write(folder.resolve("f-no-requires.jar"));
        PluginJar.of("g").with("Plugin-Requires", ">=2.0.0").write(folder.resolve("g-future.jar"));
        PluginJar.of("h").with("Plugin-Requires", "soon").write(folder.resolve("h-odd-requires.jar"));
        PluginJar.of("i").with("Plugin-Id", "Not An Id").write(folder.resolve("i-odd-id.jar"));
        PluginJar.of("j").with("Plugin-Id", "folder").write(folder.resolve("j-taken-key.jar"));
        PluginJar.of("k").write(folder.resolve("k-class-missing.jar"));
        PluginJar.of("l").source("l.Main", "public class Main {}").write(folder.resolve("l-no-plugin.jar"));
        PluginJar.of("m")
                .source("m.Main", EMPTY.replace("{ public", "{ Main(java.util.List<String> l) {} public"))
                .write(folder.resolve("m-asks-too-much.jar"));
        PluginJar.of("n")
                .source("n.Main", EMPTY.replace("{ public", "{ Main() {} Main(int i) {} public"))
                .write(folder.resolve("n-two-constructors.jar"));
        PluginJar.of("o")
                .source("o.Main", EMPTY.replace("{ public", "{ Main(A a) {} public") + " class A { A(Main m) {} }")
                .write(folder.resolve("o-circle.jar"));
        PluginJar.of("p")
                .with("Plugin-Dependencies", "absent")
                .source("p.Main", EMPTY)
                .write(folder.resolve("p-needs-other.jar"));
        PluginJar.of("fine").source("fine.Main", EMPTY).write(folder.resolve("q-same-id.jar"));
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("r-no-manifest.jar")))) {
            zip.putNextEntry(new ZipEntry("x"));
        }
        Files.writeString(folder.resolve("readme.txt"), "not a jar and not meant to be one");
        fine("fine");

        String log = log("", "fine");

        GoldenFile.assertMatches(getClass(), "broken-jars.txt", log);
    }

    @Test
    void start_faultInThePluginsCode_isReportedWithItsTraceAndLeavesNothing() {
        PluginJar.of("bad").source("bad.Main", """
                        public class Main implements Plugin {
                            public void start(PluginContext context) {
                                context.register(new Object() { @Command("half") void half() {} });
                                throw new IllegalStateException("no music today");
                            }
                        }
                        """).write(folder.resolve("bad.jar"));
        PluginJar.of("worse")
                .source("worse.Main", EMPTY.replace("{}", "{ dev.odinbot.plugin.PluginHost.class.getName(); }"))
                .write(folder.resolve("worse.jar"));
        PluginJar.of("worst")
                .source("worst.Main", EMPTY.replace("{ public", "{ Main() { throw new AssertionError(1); } public"))
                .write(folder.resolve("worst.jar"));
        PluginJar.of("signature")
                .source(
                        "signature.Main",
                        EMPTY.replace("{}", "{ c.register(this); } @Command(\"x\") int x() { return 1; }"))
                .write(folder.resolve("signature.jar"));
        fine("fine");

        String log = log("", "fine");

        assertThat(log)
                .contains(
                        "Plugin bad.jar is left out: it failed to start: java.lang.IllegalStateException: no music today\n")
                .contains("\tat bad.Main.start(Main.java")
                .contains("Plugin worse.jar is left out: it failed to start: java.lang.NoClassDefFoundError")
                .contains("Plugin worst.jar is left out: it failed to start: java.lang.AssertionError: 1")
                .contains("Plugin signature.jar is left out: it failed to start: java.lang.IllegalArgumentException:"
                        + " signature.Main.x: returns int");
        assertThat(commands.all()).isEmpty();
    }

    @Test
    void start_noFolder_isWarnedOf() {
        JarPluginHost host = host(folder.resolve("absent"), "");

        assertThat(CapturedLog.of(() -> assertThat(host.start()).isEmpty()))
                .contains("There is no plugins folder " + folder.resolve("absent"));
    }

    @Test
    void start_sectionWithoutPlugin_isWarnedOf() {
        fine("music");

        assertThat(log("musik: {}, radio: {}", "music"))
                .contains("The config has a section plugins.musik, but there is no such plugin; did you mean music?")
                .contains("The config has a section plugins.radio, but there is no such plugin\n");
    }

    @Test
    void start_sectionOfAPluginWithoutSettings_isReportedKeyByKey() {
        fine("music");

        assertThat(log("music: {nonsense: 4}")).contains("music.jar").contains("nonsense");
    }

    @Test
    void close_stopsInReverseAndRemovesTheCommands() {
        for (String id : List.of("one", "two", "three")) {
            PluginJar.of(id).source(id + ".Main", """
                            public class Main implements Plugin {
                                private PluginContext context;
                                public void start(PluginContext c) {
                                    context = c;
                                    c.register(new Object() { @Command("ID") void it() {} });
                                }
                                public void stop() {
                                    System.setProperty("test.log", System.getProperty("test.log", "") + context.id() + " ");
                                    if (context.id().equals("three")) throw new IllegalStateException("will not stop");
                                }
                            }
                            """.replace("ID", id)).write(folder.resolve(id + ".jar"));
        }
        JarPluginHost host = host("");
        assertThat(host.start()).containsExactly("one", "three", "two");
        assertThat(commands.all()).hasSize(3);

        String log = CapturedLog.of(host::close);

        assertThat(System.getProperty("test.log")).isEqualTo("two three one ");
        assertThat(log).contains("Plugin three failed to stop");
        assertThat(commands.all()).isEmpty();
    }

    @Test
    void close_pluginsClasses_canBeCollected() {
        PluginJar.of("gone").source("gone.Main", """
                        public class Main implements Plugin {
                            Main(Part part) {}
                            public void start(PluginContext c) {
                                c.register(this);
                                System.getProperties().put("test.loader", getClass().getClassLoader());
                            }
                            @Command("x") Reply x() { return Reply.of("x"); }
                        }
                        class Part {}
                        """).write(folder.resolve("gone.jar"));
        JarPluginHost host = host("");
        host.start();
        WeakReference<Object> classes =
                new WeakReference<>(System.getProperties().remove("test.loader"));
        assertThat(classes.get()).isNotNull();

        host.close();

        Awaitility.await().untilAsserted(() -> {
            System.gc();
            assertThat(classes.get()).isNull();
        });
    }

    private static PluginJar greeter() {
        return PluginJar.of("greeter").source("greeter.Main", """
                        public class Main implements Plugin {
                            record Settings(@Default("hi") String text, @Default("1") @Between(min = 1, max = 5) int times) {}
                            public void start(PluginContext context) {
                                context.register(new Object() { @Command("greet") void greet() {} });
                                System.setProperty("test.log", context.config(Settings.class).toString());
                            }
                        }
                        """);
    }

    private void fine(String id) {
        PluginJar.of(id).source(id + ".Main", EMPTY).write(folder.resolve(id + ".jar"));
    }

    /** Starts all that is in the folder. */
    private String log(String sections, String... started) {
        JarPluginHost host = host(sections);
        return CapturedLog.of(() -> assertThat(host.start()).containsExactly(started));
    }

    private JarPluginHost host(String sections) {
        return host(folder, sections);
    }

    private JarPluginHost host(Path plugins, String sections) {
        String yaml = "plugins:\n  {folder: '" + plugins + "'" + (sections.isEmpty() ? "" : ", " + sections) + "}\n";
        PluginsConfig config =
                new ConfigReader(Map.of()).read("config.yml", yaml, File.class).plugins();
        JarPluginHost host = new JarPluginHost(config, commands, new DirectRegistrar(commands));
        hosts.add(host);
        return host;
    }

    record File(PluginsConfig plugins) {}
}
