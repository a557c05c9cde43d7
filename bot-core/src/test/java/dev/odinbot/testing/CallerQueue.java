package dev.odinbot.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A room's serial executor on the threads of those who bring it tasks: one after the other, and what a task brings runs after it. Nothing
 * is left when {@link #execute} returns, unless another thread is at it.
 */
final class CallerQueue implements Executor {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        for (Runnable next = take(); next != null; next = take()) {
            run(next);
        }
    }

    private void run(Runnable task) {
        boolean done = false;
        try {
            task.run();
            done = true;
        } finally {
            if (!done) {
                stop();
            }
        }
    }

    private synchronized void stop() {
        running = false;
    }

    private synchronized @Nullable Runnable take() {
        running = !waiting.isEmpty();
        return waiting.poll();
    }
}
