package dev.odinbot.plugin;

import static dev.odinbot.plugin.TestHost.done;
import static dev.odinbot.plugin.TestHost.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.PluginContext;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.admin.PluginState;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.room.Rooms;
import dev.odinbot.api.storage.KeyValueStore;
import dev.odinbot.api.storage.StorageException;
import dev.odinbot.api.storage.Tables;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with plugins, and that it holds. */
class PluginChangesTest {

    private static final String SOURCE = """
            public class Main implements Plugin {
                public static PluginContext context;
                public void start(PluginContext c) { context = c; c.register(this); }
                @Command("ID") String it() { return "ID"; }
            }
            """;

    @TempDir
    private Path folder;

    private final MemoryStorage storage = new MemoryStorage();
    private TestHost host;

    private void startWith(String... ids) {
        for (String id : ids) {
            plain(id).write(folder.resolve(id + ".jar"));
        }
        start();
    }

    private void start() {
        host = TestHost.of(folder, "watch: false", storage, TestHost.PATIENT);
        host.start();
    }

    private static Patience impatient(Duration start, Duration stop) {
        Patience usual = TestHost.PATIENT;
        return new Patience(start, stop, usual.closing(), usual.ending(), usual.interrupted(), usual.still());
    }

    private static PluginJar plain(String id) {
        return PluginJar.of(id).source(id + ".Main", SOURCE.replace("ID", id));
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void load_newJar_byFileNameOrId() {
        startWith("one");
        plain("two").write(folder.resolve("two-1.0.jar"));
        plain("three").write(folder.resolve("three.jar"));
        assertThat(host.plugins().available()).containsExactly("three.jar", "two-1.0.jar");

        assertThat(done(host.plugins().load("two"))).isEqualTo("Plugin two 1.0.0 is loaded.");
        assertThat(done(host.plugins().load("three.jar"))).isEqualTo("Plugin three 1.0.0 is loaded.");

        assertThat(host.plugins().available()).isEmpty();
        assertThat(host.call("two", "two")).isEqualTo("two");
        assertThat(host.info("three").commands()).containsExactly("three");
    }

    @Test
    void load_whatCannotBe_isRefusedAndChangesNothing() throws IOException {
        startWith("one");
        Files.writeString(folder.resolve("text.jar"), "text");
        plain("odd").with("Plugin-Dependencies", "nobody").write(folder.resolve("odd.jar"));

        assertThat(refused(host.plugins().load("../one.jar")))
                .isEqualTo(
                        "There is neither a jar ../one.jar in the plugins folder nor one that holds a plugin of this id.");
        assertThat(refused(host.plugins().load("one")))
                .isEqualTo("Plugin one is started already, from one.jar; reload it to take what its jar holds now.");
        assertThat(refused(host.plugins().load("text.jar")))
                .isEqualTo("text.jar cannot be loaded: it is not a readable jar (zip END header not found)");
        assertThat(refused(host.plugins().load("odd")))
                .isEqualTo("Plugin odd 1.0.0 cannot start: it needs plugin nobody, and there is none of this id");

        assertThat(host.plugins().all()).hasSize(1);
    }

    @Test
    void unload_goesWithThoseThatDependOnIt_andStaysAwayUntilLoadedAgain() {
        plain("upper").with("Plugin-Dependencies", "lower").write(folder.resolve("upper.jar"));
        startWith("lower", "other");

        assertThat(done(host.plugins().unload("lower"))).isEqualTo("Plugin lower is unloaded, and with it upper.");

        assertThat(host.plugins().all()).extracting(info -> info.id()).containsExactly("other");
        assertThat(host.registrar().all()).hasSize(1);
        assertThat(refused(host.plugins().unload("lower"))).isEqualTo("There is no plugin lower.");
        done(host.plugins().load("lower"));
        done(host.plugins().load("upper"));
        assertThat(host.plugins().all()).hasSize(3);
    }

    @Test
    void disable_staysOffOverARestart_andThoseThatNeedItWait() {
        plain("upper").with("Plugin-Dependencies", "lower").write(folder.resolve("upper.jar"));
        startWith("lower");

        assertThat(done(host.plugins().disable("lower"))).isEqualTo("Plugin lower is switched off, and with it upper.");
        assertThat(host.state("lower")).isEqualTo(PluginState.DISABLED);
        assertThat(host.state("upper")).isEqualTo(PluginState.LOADED);
        assertThat(host.info("upper").reason()).isEqualTo("it needs plugin lower, which is switched off");
        assertThat(host.registrar().all()).isEmpty();

        host.close();
        start();
        assertThat(host.state("lower")).isEqualTo(PluginState.DISABLED);
        assertThat(host.state("upper")).isEqualTo(PluginState.LOADED);
        assertThat(refused(host.plugins().load("lower"))).isEqualTo("Plugin lower is switched off; enable it.");
        assertThat(refused(host.plugins().reload("lower"))).isEqualTo("Plugin lower is switched off; enable it.");

        assertThat(done(host.plugins().enable("lower"))).isEqualTo("Plugin lower 1.0.0 is switched on.");
        assertThat(host.plugins().all()).allMatch(info -> info.state() == PluginState.STARTED);
        host.close();
        start();
        assertThat(host.state("lower")).isEqualTo(PluginState.STARTED);
    }

    @Test
    void disable_thenUnloadAndLoad_staysOff() {
        startWith("one");
        done(host.plugins().disable("one"));
        done(host.plugins().unload("one"));

        assertThat(refused(host.plugins().load("one"))).isEqualTo("Plugin one is switched off; enable it.");

        assertThat(host.state("one")).isEqualTo(PluginState.DISABLED);
        done(host.plugins().enable("one"));
        assertThat(host.state("one")).isEqualTo(PluginState.STARTED);
    }

    @Test
    void disableOrUnload_whatAnotherOneCanDoWithout_thatGoesOnWithoutIt() {
        plain("upper").with("Plugin-Dependencies", "lower?").write(folder.resolve("upper.jar"));
        plain("top").with("Plugin-Dependencies", "upper").write(folder.resolve("top.jar"));
        startWith("lower");

        assertThat(done(host.plugins().disable("lower"))).isEqualTo("Plugin lower is switched off.");
        assertThat(host.state("upper")).isEqualTo(PluginState.STARTED);
        assertThat(host.state("top")).isEqualTo(PluginState.STARTED);
        assertThat(host.registrar().all()).hasSize(2);

        done(host.plugins().enable("lower"));
        assertThat(done(host.plugins().unload("lower"))).isEqualTo("Plugin lower is unloaded.");
        assertThat(host.state("upper")).isEqualTo(PluginState.STARTED);
        assertThat(host.state("top")).isEqualTo(PluginState.STARTED);
        assertThat(host.registrar().all()).hasSize(2);
    }

    @Test
    void load_whoseCommandsAreRefused_isAFaultOfThatPluginOnly() {
        plain("one").write(folder.resolve("one.jar"));
        plain("two").write(folder.resolve("two.jar"));
        host = TestHost.of(folder, "watch: false", storage, TestHost.PATIENT);
        host.registrar().refuse("one");

        assertThat(host.start()).containsExactly("two");

        assertThat(host.info("one").reason()).contains("the bot cannot take it").contains("refused");
        assertThat(host.registrar().all()).hasSize(1);
        assertThat(refused(host.plugins().reload("one"))).contains("the bot cannot take it");
    }

    @Test
    void reload_whosePublishRunsOutOfMemory_stopsTheNewOneAndTheOldGoesOn() {
        PluginJar.of("one").source("one.Main", """
                public class Main implements Plugin {
                    public void start(PluginContext c) { c.register(this); }
                    public void stop() { System.setProperty("test.stopped", "yes"); }
                    @Command("one") String one() { return "one"; }
                }
                """).write(folder.resolve("one.jar"));
        host = TestHost.of(folder, "watch: false", storage, TestHost.PATIENT);
        host.start();
        host.registrar().fail(new OutOfMemoryError("Metaspace"));

        assertThat(refused(host.plugins().reload("one"))).contains("the bot cannot take it", "Metaspace");

        assertThat(System.clearProperty("test.stopped")).isEqualTo("yes");
        assertThat(host.call("one", "one")).isEqualTo("one");
        host.registrar().fail(null);
    }

    @Test
    void close_changesThatWait_areRefusedAndNothingHangs() {
        PluginJar.of("slow").source("slow.Main", """
                public class Main implements Plugin {
                    public void start(PluginContext c) throws Exception {
                        System.setProperty("test.slow", "started");
                        new java.util.concurrent.CountDownLatch(1).await();
                    }
                }
                """).write(folder.resolve("slow.jar"));
        plain("zero").write(folder.resolve("zero.jar"));
        host = TestHost.of(folder, "watch: false", storage, TestHost.PATIENT);
        var started = java.util.concurrent.CompletableFuture.supplyAsync(host::start);
        org.awaitility.Awaitility.await().until(() -> System.getProperty("test.slow") != null);
        System.clearProperty("test.slow");
        var waiting = host.plugins().load("zero");

        host.close();

        assertThat(refused(waiting)).isEqualTo("The bot is ending.");
        assertThat(started).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(java.util.List.of());
        assertThat(host.registrar().all()).isEmpty();
    }

    @Test
    void configure_triesAgainWhatHasFailedOnItsSection() {
        PluginJar.of("set").source("set.Main", """
                public class Main implements Plugin {
                    record Settings(@Default("1") int size) {}
                    public void start(PluginContext c) { c.config(Settings.class); }
                }
                """).write(folder.resolve("set.jar"));
        host = TestHost.of(folder, "watch: false, set: {size: x}", storage, TestHost.PATIENT);
        host.start();
        assertThat(host.state("set")).isEqualTo(PluginState.FAILED);

        var outcomes = host.plugins()
                .configure(TestHost.config(folder, "watch: false, set: {size: 2}"))
                .toCompletableFuture()
                .join();

        assertThat(outcomes).containsOnlyKeys("set");
        assertThat(host.state("set")).isEqualTo(PluginState.STARTED);
    }

    @Test
    void enable_whileWhatItNeedsIsOff_startsWithThat() {
        plain("upper").with("Plugin-Dependencies", "lower").write(folder.resolve("upper.jar"));
        startWith("lower");
        done(host.plugins().disable("upper"));
        done(host.plugins().disable("lower"));

        assertThat(done(host.plugins().enable("upper")))
                .isEqualTo(
                        "Plugin upper is switched on, and starts when it can: it needs plugin lower, which is switched"
                                + " off.");
        done(host.plugins().enable("lower"));

        assertThat(host.state("upper")).isEqualTo(PluginState.STARTED);
    }

    @Test
    void enableOrDisable_thatCannotBeStored_changesNothing() {
        startWith("one", "two");
        done(host.plugins().disable("two"));
        storage.breakDown();

        assertThat(refused(host.plugins().disable("one")))
                .isEqualTo("The switch of plugin one could not be stored (The disk is full).");
        assertThat(refused(host.plugins().enable("two")))
                .isEqualTo(
                        "Plugin two 1.0.0 cannot start: The switch of plugin two could not be stored (The disk is full).");

        assertThat(host.call("one", "one")).isEqualTo("one");
        assertThat(host.state("two")).isEqualTo(PluginState.DISABLED);
        assertThat(host.registrar().all()).hasSize(1);
    }

    @Test
    void disable_withASlowDatabase_isWhatBecomesOfIt() {
        startWith("one");
        CompletableFuture<Void> lost = new CompletableFuture<>();
        storage.answersWith(lost);
        CompletionStage<Outcome> failing = host.plugins().disable("one");
        Awaitility.await().until(() -> storage.asked() == 1);
        assertThat(host.call("one", "one")).as("it goes on meanwhile").isEqualTo("one");
        lost.completeExceptionally(new StorageException("The server cannot be reached", null));
        assertThat(refused(failing))
                .isEqualTo("The switch of plugin one could not be stored (The server cannot be reached).");
        assertThat(host.call("one", "one")).isEqualTo("one");

        CompletableFuture<Void> slow = new CompletableFuture<>();
        storage.answersWith(slow);
        CompletionStage<Outcome> done = host.plugins().disable("one");
        Awaitility.await().until(() -> storage.asked() == 2);
        assertThat(done.toCompletableFuture()).isNotDone();
        slow.complete(null);
        assertThat(done(done)).isEqualTo("Plugin one is switched off.");
        assertThat(storage.disabled()).containsExactly("one");
    }

    @Test
    void close_withSeveralThatHang_stopsTheOthersMeanwhile() {
        System.getProperties().put("test.released", new CountDownLatch(1));
        for (int i = 1; i <= 4; i++) {
            stopping("hangs-" + i, "await()");
        }
        stopping("a-good", "countDown()");
        // Nobody is given up: each would have to wait for all the time that it may take, were they stopped one after
        // the other.
        Duration ample = Duration.ofMinutes(1);
        host = TestHost.of(folder, "watch: false", storage, new Patience(ample, ample, ample, ample, ample, ample));
        assertThat(host.start()).hasSize(5);

        host.close();

        CountDownLatch released = (CountDownLatch) System.getProperties().remove("test.released");
        Awaitility.await().until(() -> released.getCount() == 0);
    }

    private void stopping(String id, String doing) {
        String packageName = id.replace("-", "");
        PluginJar.of(id)
                .with("Plugin-Class", packageName + ".Main")
                .source(packageName + ".Main", """
                public class Main implements Plugin {
                    private final java.util.concurrent.CountDownLatch released =
                            (java.util.concurrent.CountDownLatch) System.getProperties().get("test.released");
                    public void start(PluginContext c) {}
                    public void stop() {
                        try { released.DOING; } catch (Exception e) { throw new IllegalStateException(e); }
                    }
                }
                """.replace("DOING", doing))
                .write(folder.resolve(id + ".jar"));
    }

    @Test
    void close_whileTheDatabaseDoesNotAnswer_waitsForNothing() {
        startWith("one");
        storage.answersWith(new CompletableFuture<>());
        CompletionStage<Outcome> change = host.plugins().disable("one");

        host.close();

        assertThat(refused(change)).isEqualTo("The bot is ending.");
        assertThat(host.state("one")).isEqualTo(PluginState.LOADED);
    }

    @Test
    void load_ofOneWhoseTablesCannotBeMade_saysWhatTheDatabaseSaid() {
        startWith();
        storage.breakDown();
        PluginJar.of("tables").source("tables.Main", """
                public class Main implements Plugin {
                    public void start(PluginContext c) throws Exception {
                        c.tables().migrate(java.util.List.of("create table {t} (n integer)")).toCompletableFuture().get();
                    }
                }
                """).write(folder.resolve("tables.jar"));

        assertThat(refused(host.plugins().load("tables")))
                .isEqualTo("Plugin tables 1.0.0 cannot start: its start could not use the storage: The disk is full");
    }

    @Test
    void load_ofWhatOthersWaitFor_startsThemToo() {
        plain("upper").with("Plugin-Dependencies", "lower@^1.0.0").write(folder.resolve("upper.jar"));
        start();
        assertThat(host.state("upper")).isEqualTo(PluginState.FAILED);
        plain("lower").write(folder.resolve("lower.jar"));

        done(host.plugins().load("lower"));

        assertThat(host.call("upper", "upper")).isEqualTo("upper");
    }

    @Test
    void reload_ofAFailedOne_startsWhatItsJarHoldsNow() throws IOException {
        Files.writeString(folder.resolve("one.jar"), "text");
        start();
        assertThat(host.state("one.jar")).isEqualTo(PluginState.FAILED);
        plain("one").write(folder.resolve("one.jar"));

        done(host.plugins().reload("one.jar"));

        assertThat(host.plugins().all()).singleElement().satisfies(info -> {
            assertThat(info.id()).isEqualTo("one");
            assertThat(info.state()).isEqualTo(PluginState.STARTED);
        });
    }

    @Test
    void purge_removesWhatAStoppedPluginHasStored_andOnlyThat() {
        startWith("one");
        storage.keys("one").put("a", "1");
        storage.keys("one").put("b", "2");
        storage.keys("two").put("a", "3");

        assertThat(refused(host.plugins().purge("one")))
                .isEqualTo("Plugin one is started; disable or unload it first.");
        done(host.plugins().unload("one"));
        assertThat(done(host.plugins().purge("one")))
                .isEqualTo("All that plugin one had stored is removed: keys and tables, 2 in all.");
        assertThat(done(host.plugins().purge("one"))).isEqualTo("Plugin one had nothing stored.");

        assertThat(storage.keys("two").get("a").toCompletableFuture().join()).contains("3");
        assertThat(refused(host.plugins().purge("../x"))).isEqualTo("No plugin can have this id.");
    }

    @Test
    void context_afterTheStop_throwsWhateverIsAsked() throws ReflectiveOperationException {
        PluginJar.of("old").source("old.Main", """
                public class Main implements Plugin {
                    public static PluginContext context;
                    public void start(PluginContext c) {
                        System.getProperties().put("test.context", c);
                        System.getProperties().put("test.services", new Object[] {c.commands(), c.rooms(), c.scheduler(), c.store(), c.tables()});
                    }
                }
                """).write(folder.resolve("old.jar"));
        start();
        var context = (PluginContext) System.getProperties().remove("test.context");
        Object[] services = (Object[]) System.getProperties().remove("test.services");
        assertThat(context.id()).isEqualTo("old");

        done(host.plugins().unload("old"));

        assertStopped(context::id);
        assertStopped(() -> context.register(new Object()));
        assertStopped(() -> context.convert(String.class, (text, call) -> null));
        assertStopped(() -> context.config(NoConfig.class));
        assertStopped(context::commands);
        assertStopped(context::rooms);
        assertStopped(context::messages);
        assertStopped(context::scheduler);
        assertStopped(context::store);
        assertStopped(context::tables);
        assertStopped(() -> ((CommandCatalog) services[0]).all());
        assertStopped(() -> ((Rooms) services[1]).all());
        assertStopped(() -> ((Scheduler) services[2]).execute(() -> {}));
        assertStopped(() -> ((KeyValueStore) services[3]).get("a"));
        assertStopped(() -> ((Tables) services[4]).query("select 1"));
    }

    record NoConfig() {}

    private static void assertStopped(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalStateException.class).hasMessage("Plugin old has been stopped");
    }

    @Test
    void stop_thatHangsOrThrows_isReportedAndDoesNotHoldUpTheOthers() {
        PluginJar.of("b-hangs")
                .with("Plugin-Class", "hangs.Main")
                .source("hangs.Main", """
                public class Main implements Plugin {
                    public void start(PluginContext c) {}
                    public void stop() {
                        while (true) {
                            try { new java.util.concurrent.CountDownLatch(1).await(); }
                            catch (InterruptedException e) { System.setProperty("test.interrupted", "yes"); return; }
                        }
                    }
                }
                """)
                .write(folder.resolve("b.jar"));
        PluginJar.of("c-throws")
                .with("Plugin-Class", "throwing.Main")
                .source("throwing.Main", """
                public class Main implements Plugin {
                    public void start(PluginContext c) {}
                    public void stop() { throw new AssertionError("never"); }
                }
                """)
                .write(folder.resolve("c.jar"));
        plain("a").write(folder.resolve("a.jar"));
        plain("d").write(folder.resolve("d.jar"));
        host = TestHost.of(folder, "watch: false", storage, impatient(TestHost.PATIENT.start(), Duration.ofSeconds(2)));
        host.start();

        String log = CapturedLog.of(() -> {
            done(host.plugins().unload("b-hangs"));
            done(host.plugins().unload("c-throws"));
            done(host.plugins().unload("d"));
        });

        assertThat(System.clearProperty("test.interrupted")).isEqualTo("yes");
        assertThat(log)
                .contains(
                        "Plugin b-hangs failed to stop: its stop did not end within 2 s; it was at hangs.Main.stop(Main.java")
                .contains("Plugin c-throws failed to stop")
                .contains("java.lang.AssertionError: never");
        assertThat(host.plugins().all()).hasSize(1);
    }

    @Test
    void start_thatHangs_isGivenUpAndReported() {
        PluginJar.of("slow").source("slow.Main", """
                public class Main implements Plugin {
                    public void start(PluginContext c) throws Exception {
                        c.register(this);
                        new java.util.concurrent.CountDownLatch(1).await();
                    }
                    @Command("slow") void slow() {}
                }
                """).write(folder.resolve("slow.jar"));
        plain("quick").write(folder.resolve("quick.jar"));
        host = TestHost.of(folder, "watch: false", storage, impatient(Duration.ofSeconds(3), TestHost.PATIENT.stop()));

        assertThat(host.start()).containsExactly("quick");

        assertThat(host.info("slow").reason())
                .isEqualTo("its start did not end within 3 s; it was at slow.Main.start(Main.java:7)");
        assertThat(host.registrar().all()).hasSize(1);
    }

    @Test
    void change_afterTheClose_isRefused() {
        startWith("one");
        host.close();

        assertThat(refused(host.plugins().load("one"))).isEqualTo("The bot is ending.");
    }

    @Test
    void configure_reloadsThoseWhoseSectionSaysSomethingElse() {
        PluginJar.of("set").source("set.Main", """
                public class Main implements Plugin {
                    record Settings(@Default("1") int size) {}
                    private Settings settings;
                    public void start(PluginContext c) { settings = c.config(Settings.class); c.register(this); }
                    @Command("size") String size() { return "" + settings.size() + " " + System.identityHashCode(this); }
                }
                """).write(folder.resolve("set.jar"));
        startWith("plain");
        Object before = host.call("set", "size");

        var same = host.plugins()
                .configure(TestHost.config(folder, "set: {size: 1}"))
                .toCompletableFuture()
                .join();
        assertThat(same).isEmpty();
        assertThat(host.call("set", "size")).isEqualTo(before);

        PluginsConfig faulty = TestHost.config(folder, "set: {size: x}, plain: {a: 1}");
        assertThat(host.plugins().faults(faulty)).hasSize(2);
        assertThat(host.plugins().configure(faulty).toCompletableFuture())
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("plugins.set.size");
        assertThat(host.call("set", "size")).isEqualTo(before);

        var changed = host.plugins()
                .configure(TestHost.config(folder, "set: {size: 2}"))
                .toCompletableFuture()
                .join();
        assertThat(changed).containsOnlyKeys("set");
        assertThat(host.call("set", "size").toString()).startsWith("2 ");
    }
}
