package dev.odinbot.bot.room;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.odinbot.time.Timers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the tasks of one room one after the other, in order. What the room itself has to do is quick and always keeps its order. A plugin's
 * task that takes longer than half a second goes on alone: those behind it are run by another thread meanwhile, so that a slow command
 * blocks nobody else. Any thread.
 */
final class RoomExecutor implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(RoomExecutor.class);

    static final Duration PATIENCE = Duration.ofMillis(500);

    /** So many may go on alone at once; with more the room waits, or a command that hangs would take all threads there are. */
    static final int MOST_ALONE = 16;

    /** Until a thread is asked for again when there was none. */
    static final Duration RETRY = Duration.ofSeconds(1);

    private final Executor threads;
    private final Timers timers;

    @GuardedBy("this")
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    /** Who takes the next task; null when there is nothing to do. */
    @GuardedBy("this")
    private @Nullable Turn turn;

    @GuardedBy("this")
    private int alone;

    /** The running task that would go on alone if not so many did already; null when there is none. */
    @GuardedBy("this")
    private @Nullable Watched overdue;

    RoomExecutor(Executor threads, Timers timers) {
        this.threads = threads;
        this.timers = timers;
    }

    /** Runs a task of the room's own, which never goes on alone. */
    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            waiting.addLast(task);
        }
        begin();
    }

    /** Runs what a plugin wants to do, after all that waits. */
    void executePlugins(Runnable task) {
        execute(new Watched(task));
    }

    /** Runs what plugins do because of the task that is running: before all that waits. */
    void executePluginsNext(List<? extends Runnable> tasks) {
        synchronized (this) {
            for (int i = tasks.size() - 1; i >= 0; i--) {
                waiting.addFirst(new Watched(tasks.get(i)));
            }
        }
        begin();
    }

    private void begin() {
        Turn next;
        synchronized (this) {
            if (turn != null || waiting.isEmpty()) {
                return;
            }
            next = new Turn();
            turn = next;
        }
        try {
            threads.execute(next);
        } catch (RuntimeException | Error e) { // an Error: the machine has no more threads
            LOG.error("A room has no thread to go on with; it tries again in {} s", RETRY.toSeconds(), e);
            synchronized (this) {
                turn = turn == next ? null : turn;
            }
            timers.after(RETRY, this::begin);
        }
    }

    /** Lets what waits be run beside that task. */
    @GuardedBy("this")
    private void handOn(Watched slow) {
        slow.handedOn = true;
        alone++;
        turn = null;
    }

    /** One thread's time at the room's tasks, until there are none or one of them takes too long. */
    private final class Turn implements Runnable {

        @Override
        public void run() {
            for (Runnable task = take(); task != null; task = take()) {
                try {
                    task.run();
                } catch (Throwable e) { // also an Error: it must not end the room
                    LOG.error("A room's task failed", e);
                }
            }
        }

        private @Nullable Runnable take() {
            synchronized (RoomExecutor.this) {
                if (turn != this) {
                    return null; // another thread has gone on with the rest
                }
                Runnable task = waiting.pollFirst();
                if (task == null) {
                    turn = null;
                }
                return task;
            }
        }
    }

    /** A task of a plugin's, at which somebody looks while it runs. */
    private final class Watched implements Runnable {
        private final Runnable task;

        /** Under the executor's lock, as is {@code handedOn}. */
        private boolean done;

        private boolean handedOn;

        private Watched(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            Timers.Timer timer = timers.after(PATIENCE, this::expired);
            try {
                task.run();
            } finally {
                timer.cancel();
                done();
            }
        }

        private void expired() {
            synchronized (RoomExecutor.this) {
                if (done) {
                    return;
                }
                if (alone == MOST_ALONE) {
                    LOG.warn("A room has {} slow commands at once; what comes now waits for one of them", alone);
                    overdue = this;
                    return;
                }
                handOn(this);
            }
            begin();
        }

        private void done() {
            synchronized (RoomExecutor.this) {
                done = true;
                if (overdue == this) {
                    overdue = null; // its own thread goes on
                } else if (handedOn) {
                    alone--;
                    if (overdue != null) {
                        handOn(overdue);
                        overdue = null;
                    }
                }
            }
            begin();
        }
    }
}
