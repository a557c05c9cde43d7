package dev.odinbot.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.PluginJar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePluginsTest {

    private static final String EMPTY = "public class Main implements Plugin { public void start(PluginContext c) {} }";

    @TempDir
    private Path folder;

    private final List<TestHost> hosts = new ArrayList<>();

    @AfterEach
    void close() {
        hosts.forEach(TestHost::close);
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
                            @Command("roll") String roll() { return context.id(); }
                        }
                        """).write(folder.resolve("dice.jar"));

        assertThat(host("").start()).containsExactly("dice");
        assertThat(hosts.get(0).call("dice", "roll")).isEqualTo("dice");
        assertThat(hosts.get(0).info("dice").commands()).containsExactly("roll");
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

        TestHost host = host("");
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
        assertThat(hosts.get(0).registrar().all()).isEmpty();
    }

    @Test
    void start_noFolder_isWarnedOf() {
        TestHost host = host(folder.resolve("absent"), "");

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
        Map<String, String> needed = Map.of("one", "", "three", "one", "two", "three");
        for (String id : needed.keySet()) {
            PluginJar.of(id)
                    .with("Plugin-Dependencies", needed.get(id))
                    .source(id + ".Main", """
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
                            """.replace("ID", id))
                    .write(folder.resolve(id + ".jar"));
        }
        TestHost host = host("");
        assertThat(host.start()).containsExactly("one", "three", "two");
        assertThat(hosts.get(0).registrar().all()).hasSize(3);

        String log = CapturedLog.of(host::close);

        assertThat(System.getProperty("test.log")).isEqualTo("two three one ");
        assertThat(log).contains("Plugin three failed to stop");
        assertThat(hosts.get(0).registrar().all()).isEmpty();
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
        TestHost host = host(sections);
        return CapturedLog.of(() -> assertThat(host.start()).containsExactly(started));
    }

    private TestHost host(String sections) {
        return host(folder, sections);
    }

    private TestHost host(Path plugins, String sections) {
        TestHost host = TestHost.of(plugins, sections);
        hosts.add(host);
        return host;
    }
}
