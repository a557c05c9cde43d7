package dev.odinbot.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.security.ProtectionDomain;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HostThreadsTest {

    private final ThreadFactory threads = HostThreads.named("host");

    /** Code of a plugin, as it were: it brings a pool its first task. */
    public static final class Caller implements Runnable {

        private final ExecutorService pool;
        private final Runnable task;

        public Caller(ExecutorService pool, Runnable task) {
            this.pool = pool;
            this.task = task;
        }

        @Override
        public void run() {
            pool.execute(task);
        }
    }

    /** Has a copy of {@link Caller} of its own. */
    private static final class PluginLoader extends ClassLoader {

        private Runnable caller(ExecutorService pool, Runnable task) throws IOException, ReflectiveOperationException {
            try (InputStream code = Caller.class.getResourceAsStream("HostThreadsTest$Caller.class")) {
                byte[] bytes = code.readAllBytes();
                Class<?> type = defineClass(
                        Caller.class.getName(), bytes, 0, bytes.length, new ProtectionDomain(null, null, this, null));
                return (Runnable) type.getConstructor(ExecutorService.class, Runnable.class)
                        .newInstance(pool, task);
            }
        }
    }

    @Test
    void pool_whoseThreadWasMadeByAPluginsCall_doesNotKeepThePluginsClasses() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1, threads);
        ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

        PhantomReference<ClassLoader> loader = callFromPlugin(pool, collected);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            System.gc();
            assertThat(loader.refersTo(null)).isTrue();
        });
        pool.shutdown();
    }

    private static PhantomReference<ClassLoader> callFromPlugin(
            ExecutorService pool, ReferenceQueue<ClassLoader> collected) throws Exception {
        PluginLoader loader = new PluginLoader();
        CountDownLatch ran = new CountDownLatch(1);
        Thread plugin = new Thread(loader.caller(pool, ran::countDown));
        plugin.setContextClassLoader(loader);
        plugin.start();
        plugin.join();
        assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        return new PhantomReference<>(loader, collected);
    }

    @Test
    void threads_areDaemonsWithNamesAndTheHostsLoader() {
        assertThat(threads.newThread(() -> {})).satisfies(first -> {
            assertThat(first.getName()).isEqualTo("host-1");
            assertThat(first.isDaemon()).isTrue();
            assertThat(first.getContextClassLoader()).isEqualTo(HostThreads.class.getClassLoader());
        });
        assertThat(threads.newThread(() -> {}).getName()).isEqualTo("host-2");
    }
}
