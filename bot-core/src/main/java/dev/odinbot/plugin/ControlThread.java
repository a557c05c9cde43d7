package dev.odinbot.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which plugins come and go. */
final class ControlThread implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(ControlThread.class);

    private final Duration ending;
    private final ThreadPoolExecutor executor;
    private volatile boolean closed;

    /** The thread while there is one. */
    private volatile Thread thread;

    /** @param ending for what runs then, which is interrupted, and for the end of all plugins together */
    ControlThread(String name, Duration ending) {
        this.ending = ending;
        thread = new Thread(name);
        executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            thread = made;
            return made;
        });
    }

    /** What a change comes to, for whoever waits for it, though it never ran. */
    private record Change<T>(Supplier<T> task, CompletableFuture<T> done) implements Runnable {

        @Override
        public void run() {
            try {
                done.complete(task.get());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        }

        private void refuse() {
            done.completeExceptionally(refusal());
        }
    }

    private static RejectedExecutionException refusal() {
        return new RejectedExecutionException("The bot is ending.");
    }

    /** @throws RejectedExecutionException after the close */
    @Override
    public void execute(Runnable task) {
        checkOpen();
        executor.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.error("A change of the plugins failed", e);
            }
        });
    }

    /**
     * The future ends in any case, with a {@link RejectedExecutionException} when the close came first.
     *
     * @throws RejectedExecutionException after the close
     */
    <T> CompletableFuture<T> submit(Supplier<T> task) {
        checkOpen();
        CompletableFuture<T> done = new CompletableFuture<>();
        executor.execute(new Change<>(task, done));
        return done;
    }

    private void checkOpen() {
        if (closed) {
            throw refusal();
        }
    }

    /** Interrupts what runs, refuses what waits, and does {@code last}; waits for its end, but not long. */
    synchronized void close(Runnable last) {
        closed = true;
        if (executor.isShutdown()) {
            return;
        }
        List<Runnable> waiting = new ArrayList<>();
        executor.getQueue().drainTo(waiting);
        thread.interrupt();
        executor.execute(last);
        executor.shutdown();
        for (Runnable task : waiting) {
            if (task instanceof Change<?> change) {
                change.refuse();
            }
        }
        try {
            if (!executor.awaitTermination(ending.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Not every plugin stopped within {} ms", ending.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
