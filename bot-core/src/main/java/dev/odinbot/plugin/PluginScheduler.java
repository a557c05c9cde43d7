package dev.odinbot.plugin;

import dev.odinbot.api.Registration;
import dev.odinbot.api.Scheduler;
import dev.odinbot.time.Timers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One plugin's worker threads; the time is kept by the host's timers, which only hand over. */
final class PluginScheduler implements Scheduler {

    private static final Logger LOG = LoggerFactory.getLogger(PluginScheduler.class);

    private static final int MAX_THREADS = 8;

    /** More than this waiting is a plugin gone wild. */
    private static final int MAX_WAITING = 10_000;

    private static final long IDLE_SECONDS = 10;

    private final String plugin;
    private final Lease lease;
    private final Timers timers;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Set<Timers.Timer> waiting = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor workers;

    /** @param loader of the plugin, for its threads */
    PluginScheduler(String plugin, ClassLoader loader, Lease lease, Timers timers) {
        this.plugin = plugin;
        this.lease = lease;
        this.timers = timers;
        AtomicInteger number = new AtomicInteger();
        workers = new ThreadPoolExecutor(
                MAX_THREADS,
                MAX_THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MAX_WAITING),
                task -> thread(task, "plugin-" + plugin + "-" + number.incrementAndGet(), loader),
                (task, pool) -> {
                    lease.check();
                    throw new RejectedExecutionException(
                            "Plugin " + plugin + " has " + MAX_WAITING + " tasks waiting already");
                });
        workers.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work, String name, ClassLoader loader) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } finally {
                        threads.remove(Thread.currentThread());
                    }
                },
                name);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        threads.add(thread);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        lease.check();
        workers.execute(() -> guarded(task));
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            LOG.error("A task of plugin {} failed", plugin, e);
        }
    }

    @Override
    public Registration after(Duration delay, Runnable task) {
        return start(run -> timers.after(delay, run), task, false);
    }

    @Override
    public Registration every(Duration period, Runnable task) {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("A period of " + period + " is too short");
        }
        return start(run -> timers.every(period, run), task, true);
    }

    private Registration start(Function<Runnable, Timers.Timer> starter, Runnable task, boolean again) {
        lease.check();
        Planned planned = new Planned(task, again);
        planned.timer = starter.apply(planned);
        waiting.add(planned.timer);
        if (planned.closed.get() || workers.isShutdown()) {
            planned.close(); // fired, or ended, in between
        }
        return planned;
    }

    /** A task with a timer; on the timer's thread when it fires. */
    private final class Planned implements Registration, Runnable {
        private final Runnable task;
        private final boolean again;
        private final AtomicBoolean closed = new AtomicBoolean();
        private final AtomicBoolean busy = new AtomicBoolean();
        private volatile Timers.Timer timer = () -> {};

        private Planned(Runnable task, boolean again) {
            this.task = task;
            this.again = again;
        }

        @Override
        public void run() {
            if (closed.get() || !busy.compareAndSet(false, true)) {
                return; // the run before this one is still under way
            }
            try {
                workers.execute(this::work);
            } catch (RejectedExecutionException | IllegalStateException e) {
                busy.set(false);
                LOG.warn("A run was left out: {}", e.getMessage());
            }
        }

        private void work() {
            try {
                if (!closed.get()) {
                    guarded(task);
                }
            } finally {
                busy.set(false);
                if (!again) {
                    close();
                }
            }
        }

        @Override
        public void close() {
            closed.set(true);
            timer.cancel();
            waiting.remove(timer);
        }
    }

    /** Forgets what waits, interrupts what runs and waits so long for it; the lease has ended. */
    void close(Duration limit) {
        workers.shutdownNow();
        waiting.forEach(Timers.Timer::cancel);
        waiting.clear();
        try {
            if (!workers.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                List<String> left = threads.stream()
                        .filter(Thread::isAlive)
                        .map(thread -> thread.getName() + " at " + top(thread))
                        .sorted()
                        .toList();
                LOG.warn(
                        "Plugin {} has threads that go on though interrupted; its classes stay until they end: {}",
                        plugin,
                        left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String top(Thread thread) {
        StackTraceElement[] trace = thread.getStackTrace();
        return trace.length == 0 ? "its end" : trace[0].toString();
    }
}
