package dev.odinbot.bot;

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
 * Runs the tasks of one room one after the other, in order, as long as they are quick. A task that takes longer than half a second goes
 * on alone: those behind it are run by another thread meanwhile, so that a slow command blocks nobody else. Any thread.
 */
final class RoomExecutor implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(RoomExecutor.class);

    static final Duration PATIENCE = Duration.ofMillis(500);

    /** So many may go on alone at once; with more the room waits, or a command that hangs would take all threads there are. */
    static final int MOST_ALONE = 16;

    private final Executor threads;
    private final Timers timers;

    @GuardedBy("this")
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    /** Who takes the next task; null when there is nothing to do. */
    @GuardedBy("this")
    private @Nullable Turn turn;

    @GuardedBy("this")
    private int alone;

    RoomExecutor(Executor threads, Timers timers) {
        this.threads = threads;
        this.timers = timers;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            waiting.addLast(task);
        }
        begin();
    }

    /** Runs {@code tasks} before all that waits; for what belongs to the task that is running. */
    void executeNext(List<? extends Runnable> tasks) {
        synchronized (this) {
            for (int i = tasks.size() - 1; i >= 0; i--) {
                waiting.addFirst(tasks.get(i));
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
        threads.execute(next);
    }

    /** One thread's time at the room's tasks, until there are none or one of them takes too long. */
    private final class Turn implements Runnable {

        @Override
        public void run() {
            for (Runnable task = take(); task != null; task = take()) {
                Watch watch = new Watch(this);
                Timers.Timer timer = timers.after(PATIENCE, watch::expired);
                try {
                    task.run();
                } catch (Throwable e) { // also an Error: it must not end the room
                    LOG.error("A room's task failed", e);
                } finally {
                    timer.cancel();
                    watch.done();
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

    /** Looks at one task. */
    private final class Watch {
        private final Turn of;
        private boolean done;
        private boolean handedOn;

        private Watch(Turn of) {
            this.of = of;
        }

        private void expired() {
            synchronized (RoomExecutor.this) {
                if (done || turn != of) {
                    return;
                }
                if (alone == MOST_ALONE) {
                    LOG.warn("A room has {} slow commands at once; what comes now waits for the last of them", alone);
                    return;
                }
                handedOn = true;
                alone++;
                turn = null;
            }
            begin();
        }

        private void done() {
            synchronized (RoomExecutor.this) {
                done = true;
                if (handedOn) {
                    alone--;
                }
            }
        }
    }
}
