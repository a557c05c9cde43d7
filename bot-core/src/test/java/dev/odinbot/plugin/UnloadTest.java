package dev.odinbot.plugin;

import static dev.odinbot.plugin.TestHost.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.odinbot.testing.PluginJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an unloaded plugin leaves behind: nothing. */
class UnloadTest {

    private static final int CYCLES = 200;

    /** Two hundred loads would keep some 6 MB if their classes stayed. */
    private static final long MOST_GROWTH_BYTES = 1_500_000;

    /** Uses whatever could hold on to its classes. */
    private static final String BUSY = """
            public class Main implements Plugin {
                private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();
                private final PluginContext context;
                private Thread own;
                Main(PluginContext context, Part part, java.time.Clock clock) {
                    this.context = context;
                    System.getProperties().put("test.loader", getClass().getClassLoader());
                }
                public void start(PluginContext c) throws Exception {
                    try (var in = Main.class.getResource("/data.txt").openStream()) { in.read(); }
                    LOCAL.set(new Part());
                    c.register(this);
                    c.convert(Part.class, (text, call) -> null);
                    c.config(Settings.class);
                    c.messages().word(dev.odinbot.api.text.Text.key("hello"), java.util.Locale.GERMAN);
                    c.store().put("a", "b").thenAccept(done -> new Part());
                    c.scheduler().every(java.time.Duration.ofMillis(1), () -> LOCAL.set(new Part()));
                    c.scheduler().after(java.time.Duration.ofHours(1), () -> new Part());
                    c.scheduler().execute(() -> {
                        try { new java.util.concurrent.CountDownLatch(1).await(); } catch (InterruptedException e) { ran = "interrupted"; }
                    });
                    own = new Thread(() -> { while (!stopped) Thread.onSpinWait(); });
                    own.start();
                    org.slf4j.LoggerFactory.getLogger(Main.class).debug("started");
                }
                private volatile boolean stopped;
                private volatile String ran = "";
                public void stop() { stopped = true; }
                @Command("busy") String busy() {
                    LOCAL.set(this);
                    context.scheduler().execute(() -> LOCAL.set(this));
                    return context.messages().word(dev.odinbot.api.text.Text.key("hello"), java.util.Locale.GERMAN);
                }
                record Settings(@Default("1") int size) {}
            }
            class Part {}
            """;

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
    }

    @Test
    void unload_afterCommandsTimersThreadsAndThreadLocals_classesAreCollected() throws InterruptedException {
        busy().write(folder.resolve("busy.jar"));
        host.start();
        Thread caller = new Thread(() -> assertThat(host.call("busy", "busy")).isEqualTo("Hallo"));
        caller.start();
        caller.join();
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        PhantomReference<Object> loader =
                new PhantomReference<>(System.getProperties().remove("test.loader"), collected);

        done(host.plugins().unload("busy"));

        awaitCollected(collected, 1);
        assertThat(loader.refersTo(null)).isTrue();
        await().untilAsserted(() -> assertThat(pluginThreads()).isEmpty());
    }

    @Test
    void reload_twoHundredTimes_metaspaceStaysFlatAndEveryLoaderIsCollected() {
        busy().write(folder.resolve("busy.jar"));
        host.start();
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        List<PhantomReference<Object>> loaders = new ArrayList<>();
        cycles(CYCLES / 4, loaders, collected);
        awaitCollected(collected, loaders.size());
        long before = metaspaceBytes();
        loaders.clear();

        cycles(CYCLES, loaders, collected);

        awaitCollected(collected, CYCLES);
        assertThat(openJars()).as("of the one that runs").isLessThanOrEqualTo(1);
        assertThat(metaspaceBytes() - before).isLessThan(MOST_GROWTH_BYTES);
        assertThat(host.call("busy", "busy")).isEqualTo("Hallo");
    }

    @Test
    void reload_thatFailsAgainAndAgain_leavesNothingEither() {
        PluginJar.of("bad").source("bad.Main", """
                public class Main implements Plugin {
                    public void start(PluginContext c) {
                        System.getProperties().put("test.loader", getClass().getClassLoader());
                        c.register(this);
                        c.scheduler().every(java.time.Duration.ofMillis(1), () -> {});
                        throw new IllegalStateException("no");
                    }
                    @Command("bad") void bad() {}
                }
                """).write(folder.resolve("bad.jar"));
        host.start();
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        List<PhantomReference<Object>> loaders = new ArrayList<>();

        for (int i = 0; i < 20; i++) {
            loaders.add(new PhantomReference<>(System.getProperties().remove("test.loader"), collected));
            TestHost.refused(host.plugins().reload("bad"));
        }
        System.getProperties().remove("test.loader");

        awaitCollected(collected, 20);
        await().untilAsserted(() -> assertThat(pluginThreads()).isEmpty());
        assertThat(host.registrar().all()).isEmpty();
    }

    private void cycles(int count, List<PhantomReference<Object>> loaders, ReferenceQueue<Object> collected) {
        for (int i = 0; i < count; i++) {
            loaders.add(new PhantomReference<>(System.getProperties().remove("test.loader"), collected));
            done(host.plugins().reload("busy"));
        }
    }

    private static void awaitCollected(ReferenceQueue<Object> collected, int count) {
        List<Object> seen = new ArrayList<>();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            System.gc();
            for (Object next = collected.poll(); next != null; next = collected.poll()) {
                seen.add(next);
            }
            assertThat(seen).hasSize(count);
        });
    }

    private static long metaspaceBytes() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** Those in the temporary folder; other systems than Linux have no such list. */
    private static long openJars() {
        Path handles = Path.of("/proc/self/fd");
        if (!Files.isDirectory(handles)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(handles)) {
            return all.filter(UnloadTest::isJarCopy).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isJarCopy(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString().contains("odin-bot-plugins-");
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    private static List<String> pluginThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("plugin-busy") || name.startsWith("plugin-bad"))
                .toList();
    }

    private static PluginJar busy() {
        return PluginJar.of("busy")
                .source("busy.Main", BUSY)
                .entry("data.txt", "x")
                .entry("messages.properties", "hello=Hello\n")
                .entry("messages_de.properties", "hello=Hallo\n");
    }
}
