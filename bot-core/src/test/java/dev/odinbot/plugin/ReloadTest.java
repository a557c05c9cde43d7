package dev.odinbot.plugin;

import static dev.odinbot.plugin.TestHost.done;
import static dev.odinbot.plugin.TestHost.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.admin.PluginState;
import dev.odinbot.testing.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reload puts the new one in the old one's place, or leaves everything as it was. */
class ReloadTest {

    @TempDir
    private Path folder;

    private TestHost host;

    @BeforeEach
    void makeHost() {
        host = TestHost.of(folder, "watch: false");
    }

    @AfterEach
    void close() {
        host.close();
        System.clearProperty("test.log");
    }

    @Test
    void reload_newJar_answersInPlaceOfTheOldOneWhichIsStoppedAfterIt() {
        dice("1.0.0", "log(\"start 1\");", "log(\"stop 1\");");
        host.start();
        assertThat(host.call("dice", "version")).isEqualTo("1.0.0");

        dice("1.1.0", "log(\"start 2\");", "log(\"stop 2\");");
        assertThat(host.call("dice", "version"))
                .as("overwriting the jar changes nothing yet")
                .isEqualTo("1.0.0");

        assertThat(done(host.plugins().reload("dice"))).isEqualTo("Plugin dice 1.1.0 is reloaded.");
        assertThat(host.call("dice", "version")).isEqualTo("1.1.0");
        assertThat(host.info("dice").version()).isEqualTo("1.1.0");
        assertThat(System.getProperty("test.log")).isEqualTo("start 1, start 2, stop 1, ");
    }

    @Test
    void overwrittenJar_classesLoadedLater_stillComeFromTheOldOne() throws IOException {
        PluginJar.of("late").source("late.Main", """
                public class Main implements Plugin {
                    public void start(PluginContext context) { context.register(this); }
                    @Command("late") String late() { return new Later().word(); }
                }
                class Later { String word() { return "old"; } }
                """).write(folder.resolve("late.jar"));
        host.start();

        Files.writeString(folder.resolve("late.jar"), "something else");

        assertThat(host.call("late", "late")).isEqualTo("old");
    }

    @Test
    void reload_newOneFailsToStart_oldOneGoesOnAndTheReasonIsSaid() {
        dice("1.0.0", "", "log(\"stopped\");");
        host.start();

        dice("1.1.0", "throw new IllegalStateException(\"no dice\");", "");

        assertThat(refused(host.plugins().reload("dice")))
                .isEqualTo("Plugin dice 1.1.0 cannot start, and 1.0.0 goes on: its start threw"
                        + " java.lang.IllegalStateException: no dice (dice.Main.start, Main.java:7)");
        assertThat(host.call("dice", "version")).isEqualTo("1.0.0");
        assertThat(host.registrar().all()).hasSize(1);
        assertThat(host.state("dice")).isEqualTo(PluginState.STARTED);
        assertThat(System.getProperty("test.log")).isNull();
    }

    @Test
    void reload_brokenOrMissingJar_oldOneGoesOn() throws IOException {
        dice("1.0.0", "", "");
        host.start();

        Files.writeString(folder.resolve("dice.jar"), "half a j");
        assertThat(refused(host.plugins().reload("dice")))
                .isEqualTo("dice.jar cannot be loaded: it is not a readable jar (zip END header not found)");
        Files.delete(folder.resolve("dice.jar"));
        assertThat(refused(host.plugins().reload("dice")))
                .isEqualTo("Plugin dice: its jar dice.jar is not in the plugins folder any more.");
        PluginJar.of("other").source("other.Main", "class Main {}").write(folder.resolve("dice.jar"));
        assertThat(refused(host.plugins().reload("dice")))
                .isEqualTo("dice.jar holds plugin other now; load that, and unload dice.");

        assertThat(host.call("dice", "version")).isEqualTo("1.0.0");
    }

    @Test
    void reload_jarOfAnotherName_isFoundByItsId() throws IOException {
        dice("1.0.0", "", "");
        host.start();
        dice("2.0.0", "", "");
        Files.move(folder.resolve("dice.jar"), folder.resolve("dice-2.jar"));

        done(host.plugins().reload("dice"));

        assertThat(host.info("dice").jar()).isEqualTo("dice-2.jar");
        assertThat(host.call("dice", "version")).isEqualTo("2.0.0");
    }

    @Test
    void reload_dependents_goWithItInOrderAndSeeTheNewClasses() {
        library("1.0.0", "one");
        user("user", "library@^1.0.0");
        user("second", "user, library");
        assertThat(host.start()).containsExactly("library", "user", "second");
        assertThat(host.call("user", "word")).isEqualTo("one");
        library("1.1.0", "two");
        System.clearProperty("test.log");

        assertThat(done(host.plugins().reload("library")))
                .isEqualTo("Plugin library 1.1.0 is reloaded, and with it user, second.");

        assertThat(host.call("user", "word")).isEqualTo("two");
        assertThat(host.call("second", "word")).isEqualTo("two");
        assertThat(System.getProperty("test.log")).isEqualTo("start user, start second, stop second, stop user, ");
        assertThat(host.registrar().all()).hasSize(2);
    }

    @Test
    void reload_dependentDoesNotFitTheNewOne_allGoOnAsTheyWere() {
        library("1.0.0", "one");
        user("user", "library@^1.0.0");
        user("second", "user, library");
        host.start();
        library("2.0.0", "two");

        assertThat(refused(host.plugins().reload("library")))
                .isEqualTo(
                        "Plugin library 2.0.0 cannot start, and 1.0.0 goes on: plugin user, which needs it, cannot start"
                                + " with it: it needs version ^1.0.0 of plugin library; there is 2.0.0");

        assertThat(host.call("user", "word")).isEqualTo("one");
        assertThat(host.call("second", "word")).isEqualTo("one");
        assertThat(host.plugins().all()).allMatch(info -> info.state() == PluginState.STARTED);
    }

    @Test
    void reload_dependentsNewJarIsThereToo_bothComeTogether() {
        library("1.0.0", "one");
        user("user", "library@^1.0.0");
        host.start();
        library("2.0.0", "two");
        user("user", "library@^2.0.0");

        done(host.plugins().reload("library"));

        assertThat(host.call("user", "word")).isEqualTo("two");
    }

    @Test
    void reload_newOneNeedsWhatNeedsIt_isRefused() {
        library("1.0.0", "one");
        user("user", "library");
        host.start();
        libraryJar("1.1.0", "two").with("Plugin-Dependencies", "user").write(folder.resolve("library.jar"));

        assertThat(refused(host.plugins().reload("library")))
                .endsWith("plugins that need each other cannot start: library needs user needs library");
        assertThat(host.call("user", "word")).isEqualTo("one");
    }

    private void dice(String version, String start, String stop) {
        PluginJar.of("dice")
                .with("Plugin-Version", version)
                .source(
                        "dice.Main",
                        """
                public class Main implements Plugin {
                    public void start(PluginContext context) {
                        context.register(this);
                START
                    }
                    public void stop() { STOP }
                    @Command("version") String version() { return "VERSION"; }
                    private static void log(String what) {
                        System.setProperty("test.log", System.getProperty("test.log", "") + what + ", ");
                    }
                }
                """.replace("START", start).replace("STOP", stop).replace("VERSION", version))
                .write(folder.resolve("dice.jar"));
    }

    private void library(String version, String word) {
        libraryJar(version, word).write(folder.resolve("library.jar"));
    }

    private static PluginJar libraryJar(String version, String word) {
        return PluginJar.of("library")
                .with("Plugin-Version", version)
                .source("library.Main", "public class Main implements Plugin { public void start(PluginContext c) {} }")
                .raw(
                        "library.Words",
                        "package library; public class Words { public static String word() { return \"" + word
                                + "\"; } }");
    }

    private void user(String id, String dependencies) {
        PluginJar.of(id)
                .with("Plugin-Dependencies", dependencies)
                .seeing(folder.resolve("library.jar"))
                .source(id + ".Main", """
                        public class Main implements Plugin {
                            public void start(PluginContext context) { context.register(this); log("start ID"); }
                            public void stop() { log("stop ID"); }
                            @Command("word") String word() { return library.Words.word(); }
                            private static void log(String what) {
                                System.setProperty("test.log", System.getProperty("test.log", "") + what + ", ");
                            }
                        }
                        """.replace("ID", id))
                .write(folder.resolve(id + ".jar"));
    }
}
