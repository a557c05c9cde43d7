package dev.odinbot.plugin;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which plugins come and go. */
final class ControlThread implements Executor, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlThread.class);

    /** What runs is interrupted, and nothing that it does waits beyond that. */
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    private final ExecutorService executor;

    ControlThread(String name) {
        executor = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.error("A change of the plugins failed", e);
            }
        });
    }

    /** @throws java.util.concurrent.RejectedExecutionException after the close */
    <T> CompletableFuture<T> submit(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, executor);
    }

    /** Waits for its end; from then on what it did is the caller's. */
    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A change of the plugins is still under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
