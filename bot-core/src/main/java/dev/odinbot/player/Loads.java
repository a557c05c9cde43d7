package dev.odinbot.player;

import dev.odinbot.time.Timers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs loads on player threads and gives up on those that take too long. */
final class Loads {

    private static final Logger LOG = LoggerFactory.getLogger(Loads.class);

    private final ExecutorService threads;
    private final Timers timers;
    private final Duration patience;

    Loads(ExecutorService threads, Timers timers, Duration patience) {
        this.threads = threads;
        this.timers = timers;
        this.patience = patience;
    }

    /** Runs {@code load}; {@code done} is called once, on a player thread, unless the load is cancelled before. */
    Load start(Supplier<Loaded> load, Consumer<Loaded> done) {
        Load started = new Load(done);
        started.timer = timers.after(
                patience,
                () -> threads.execute(() -> {
                    started.finish(new Loaded.Failed(Reasons.TOO_SLOW));
                    started.giveUp();
                }));
        started.work = threads.submit(() -> started.connections.during(() -> started.finish(result(started, load))));
        return started;
    }

    private static Loaded result(Load started, Supplier<Loaded> load) {
        try {
            return load.get();
        } catch (RuntimeException e) {
            if (started.over.get()) {
                LOG.debug("A load that was given up failed", e);
            } else {
                LOG.error("Loading failed for no reason that a request can have", e);
            }
            return new Loaded.Failed(Reasons.BROKEN);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // Parsers believe what a file says of its sizes; the memory is free again by now.
            LOG.error("A load wanted more memory than there is: {}", e.toString());
            return new Loaded.Failed(Reasons.BROKEN);
        }
    }

    /** A load that is under way. */
    static final class Load {
        private final Consumer<Loaded> done;
        private final Connections connections = new Connections();
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile Timers.@Nullable Timer timer;
        private volatile @Nullable Future<?> work;

        private Load(Consumer<Loaded> done) {
            this.done = done;
        }

        private void finish(Loaded loaded) {
            if (over.compareAndSet(false, true)) {
                stopTimer();
                done.accept(loaded);
            }
        }

        void cancel() {
            if (over.compareAndSet(false, true)) {
                stopTimer();
                giveUp();
            }
        }

        private void stopTimer() {
            Timers.Timer set = timer;
            if (set != null) {
                set.cancel();
            }
        }

        private void giveUp() {
            connections.cut();
            Future<?> running = work;
            if (running != null) {
                running.cancel(true);
            }
        }
    }
}
