package dev.odinbot.time;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One daemon thread for all short delays. */
final class SystemTimers implements Timers {

    private static final Logger LOG = LoggerFactory.getLogger(SystemTimers.class);

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "timer");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    SystemTimers() {
        // Most timers are time-outs that do not happen; keeping the cancelled ones would grow the queue.
        executor.setRemoveOnCancelPolicy(true);
        // Started by whoever sets the first timer it would keep that one's class loader, perhaps a plugin's, for ever.
        executor.prestartCoreThread();
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        return timer(executor.schedule(guarded(task), nanos(delay), TimeUnit.NANOSECONDS));
    }

    @Override
    public Timer every(Duration period, Runnable task) {
        return timer(executor.scheduleAtFixedRate(guarded(task), nanos(period), nanos(period), TimeUnit.NANOSECONDS));
    }

    /** What is longer than 292 years is never. */
    private static long nanos(Duration time) {
        return TimeUnit.NANOSECONDS.convert(time);
    }

    private static Timer timer(ScheduledFuture<?> future) {
        return () -> future.cancel(false);
    }

    /** An executor would forget the fault, and a repeated task with it. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Throwable e) {
                LOG.error("A timer task failed", e);
            }
        };
    }
}
