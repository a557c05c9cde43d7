package dev.odinbot.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.odinbot.api.admin.PluginState;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.ManualTimers;
import dev.odinbot.testing.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder is followed, with real files. */
class FolderWatchTest {

    @TempDir
    private Path folder;

    private final MemoryStorage storage = new MemoryStorage();
    private TestHost host;

    @BeforeEach
    void start() {
        dice("1.0.0").write(folder.resolve("dice.jar"));
        PluginJar.of("user")
                .with("Plugin-Dependencies", "dice")
                .source("user.Main", "public class Main implements Plugin { public void start(PluginContext c) {} }")
                .write(folder.resolve("user.jar"));
        host = TestHost.of(folder, "", storage, TestHost.PATIENT);
        assertThat(host.start()).containsExactly("dice", "user");
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void newJar_isLoaded() {
        PluginJar.of("new")
                .with("Plugin-Class", "fresh.Main")
                .source("fresh.Main", "public class Main implements Plugin { public void start(PluginContext c) {} }")
                .write(folder.resolve("new.jar"));

        awaitState("new", PluginState.STARTED);
    }

    @Test
    void changedJar_isReloadedWithThoseThatNeedIt() {
        String log = CapturedLog.of(() -> {
            dice("1.1.0").write(folder.resolve("dice.jar"));
            await().until(() -> host.info("dice").version().equals("1.1.0")); // said after the line in the log
        });

        assertThat(host.call("dice", "version")).isEqualTo("1.1.0");
        await().untilAsserted(() -> assertThat(host.state("user")).isEqualTo(PluginState.STARTED));
        assertThat(log).contains("Plugin dice 1.1.0 is reloaded: dice.jar has changed");
    }

    @Test
    void brokenJar_oldOneGoesOnUntilItIsMended() throws IOException {
        String log = CapturedLog.of(() -> {
            writeText("dice.jar");
            awaitLooks();
        });
        assertThat(log)
                .contains("dice.jar has changed, but plugin dice 1.0.0 goes on as it was: it is not a readable jar");
        assertThat(host.call("dice", "version")).isEqualTo("1.0.0");

        dice("1.2.0").write(folder.resolve("dice.jar"));
        await().until(() -> host.call("dice", "version").equals("1.2.0"));
    }

    @Test
    void jarThatIsStillWritten_isNotTakenBeforeItHasBeenStill() throws IOException {
        ManualTimers timers = new ManualTimers(new FakeTicker());
        List<Set<String>> told = new ArrayList<>();
        Path slow = Files.createDirectory(folder.resolve("slow"));
        FolderWatch watch =
                new FolderWatch(new PluginFolder(slow), timers, Duration.ofSeconds(1), Runnable::run, told::add);
        watch.start();

        for (int i = 0; i < 5; i++) {
            Files.write(slow.resolve("new.jar"), new byte[] {1}, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            timers.advance(Duration.ofSeconds(1));
        }
        assertThat(told).isEmpty();
        timers.advance(Duration.ofSeconds(1));
        assertThat(told).containsExactly(Set.of("new.jar"));

        timers.advance(Duration.ofSeconds(5));
        assertThat(told).as("told once").hasSize(1);
        Files.delete(slow.resolve("new.jar"));
        timers.advance(Duration.ofSeconds(1));
        assertThat(told).as("it may come back at once, being replaced").hasSize(1);
        timers.advance(Duration.ofSeconds(1));
        assertThat(told).hasSize(2);
        watch.close();
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void removedJar_isUnloaded_andThoseThatNeedItComeBackWithIt() throws IOException {
        Files.delete(folder.resolve("dice.jar"));

        await().until(() -> host.plugins().find("dice").isEmpty());
        awaitState("user", PluginState.FAILED);
        assertThat(host.info("user").reason()).isEqualTo("it needs plugin dice, and there is none of this id");

        dice("1.0.0").write(folder.resolve("dice.jar"));
        awaitState("dice", PluginState.STARTED);
        awaitState("user", PluginState.STARTED);
    }

    @Test
    void jarOfANewNameInPlaceOfTheOldOne_takesOver() throws IOException {
        dice("2.0.0").write(folder.resolve("dice-2.jar"));
        awaitState("dice-2.jar", PluginState.FAILED);
        assertThat(host.info("dice-2.jar").reason()).isEqualTo("its Plugin-Id 'dice' is taken by dice.jar");

        Files.delete(folder.resolve("dice.jar"));

        await().until(() -> host.call("dice", "version").equals("2.0.0"));
        await().until(() -> host.plugins().find("dice-2.jar").isEmpty());
    }

    @Test
    void disabledPlugin_newJar_staysOff() {
        TestHost.done(host.plugins().disable("dice"));

        dice("1.1.0").write(folder.resolve("dice.jar"));

        await().until(() -> host.info("dice").version().equals("1.1.0"));
        assertThat(host.state("dice")).isEqualTo(PluginState.DISABLED);
    }

    @Test
    void disabledPlugin_jarGoneAndBack_staysOff() throws IOException {
        TestHost.done(host.plugins().disable("dice"));
        Files.delete(folder.resolve("dice.jar"));
        await().until(() -> host.plugins().find("dice").isEmpty());

        dice("1.1.0").write(folder.resolve("dice.jar"));

        awaitState("dice", PluginState.DISABLED);
        TestHost.done(host.plugins().enable("dice"));
        assertThat(host.call("dice", "version")).isEqualTo("1.1.0");
    }

    @Test
    void renamedJar_isStillFollowed() throws IOException {
        Files.move(folder.resolve("dice.jar"), folder.resolve("cubes.jar"));
        await().untilAsserted(() -> assertThat(host.info("dice").jar()).isEqualTo("cubes.jar"));
        assertThat(host.state("dice")).isEqualTo(PluginState.STARTED);

        Files.delete(folder.resolve("cubes.jar"));

        await().until(() -> host.plugins().find("dice").isEmpty());
    }

    @Test
    void roundOfNeeds_jarThatNeedsNothingAnyMore_startsBoth() {
        empty("round-a").with("Plugin-Dependencies", "round-b").write(folder.resolve("round-a.jar"));
        empty("round-b").with("Plugin-Dependencies", "round-a").write(folder.resolve("round-b.jar"));
        host.close();
        host = TestHost.of(folder, "", storage, TestHost.PATIENT);
        host.start();
        assertThat(host.info("round-a").reason()).contains("need each other");

        empty("round-b").write(folder.resolve("round-b.jar"));

        awaitState("round-b", PluginState.STARTED);
        awaitState("round-a", PluginState.STARTED);
    }

    @Test
    void halfCopiedAtTheStart_wholeLater_waitsUnderItsIdForWhatItNeeds() throws IOException {
        writeText("late.jar");
        host.close();
        host = TestHost.of(folder, "", storage, TestHost.PATIENT);
        host.start();
        assertThat(host.state("late.jar")).isEqualTo(PluginState.FAILED);

        empty("late").with("Plugin-Dependencies", "other").write(folder.resolve("late.jar"));
        awaitState("late", PluginState.FAILED);
        assertThat(host.plugins().find("late.jar")).isEmpty();
        empty("other").write(folder.resolve("other.jar"));

        awaitState("late", PluginState.STARTED);
    }

    private static PluginJar empty(String id) {
        return PluginJar.of(id)
                .with("Plugin-Class", id.replace("-", "") + ".Main")
                .source(
                        id.replace("-", "") + ".Main",
                        "public class Main implements Plugin { public void start(PluginContext c) {} }");
    }

    @Test
    void unloadedPlugin_jarUnchanged_staysAway() {
        TestHost.done(host.plugins().unload("dice"));
        awaitLooks();

        assertThat(host.plugins().find("dice")).isEmpty();
    }

    @Test
    void watchOff_nothingHappensByItself() {
        host.close();
        host = TestHost.of(folder, "watch: false", storage, TestHost.PATIENT);
        host.start();
        try (TestHost watching = TestHost.of(folder, "")) {
            watching.start();
            for (String version : List.of("1.1.0", "1.2.0")) {
                dice(version).write(folder.resolve("dice.jar"));
                await().until(() -> watching.info("dice").version().equals(version));
            }
        }

        assertThat(host.call("dice", "version")).isEqualTo("1.0.0");
    }

    private void writeText(String file) {
        try {
            Files.writeString(folder.resolve(file), "text");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitState(String id, PluginState state) {
        await().untilAsserted(() -> assertThat(host.plugins().find(id))
                .hasValueSatisfying(info -> assertThat(info.state()).isEqualTo(state)));
    }

    /** Another jar, which is seen after what has changed before. */
    private void awaitLooks() {
        PluginJar.of("later").write(folder.resolve("later.jar"));
        awaitState("later", PluginState.FAILED);
    }

    private static PluginJar dice(String version) {
        return PluginJar.of("dice").with("Plugin-Version", version).source("dice.Main", """
                public class Main implements Plugin {
                    public void start(PluginContext context) { context.register(this); }
                    @Command("version") String version() { return "VERSION"; }
                }
                """.replace(
                        "VERSION", version));
    }
}
