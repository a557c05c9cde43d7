package dev.odinbot.odin.client;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one at a time, in order, on the thread that brings the first of them. What belongs to a serial needs no locks,
 * and nobody waits for another's task.
 */
final class Serial implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(Serial.class);

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (waiting.getAndIncrement() > 0) {
            return; // who is at it will come to ours
        }
        do {
            Runnable next = tasks.remove();
            try {
                next.run();
            } catch (Throwable e) { // an error too must not hold up all that comes after it
                LOG.error("A room's task failed", e);
            }
        } while (waiting.decrementAndGet() > 0);
    }
}
