package dev.odinbot.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a plugin's start or stop on a thread of its own, which ends with it: code that hangs can be given up, and thread-local values that
 * it sets are gone with the thread.
 */
final class PluginCall {

    private final String name;
    private final IsolatedLoader loader;
    private final Duration interruptedLimit;

    /** @param name of the thread */
    PluginCall(String name, IsolatedLoader loader, Duration interruptedLimit) {
        this.name = name;
        this.loader = loader;
        this.interruptedLimit = interruptedLimit;
    }

    /**
     * Waits for {@code code}, with the plugin's loader as the thread's: libraries in a plugin's jar find their own services by it.
     *
     * @throws PluginRefusal when it took too long, or the calling thread was interrupted; it has been interrupted then
     * @throws ExecutionException with what it threw
     */
    <T> T run(Callable<T> code, Duration limit) throws ExecutionException {
        FutureTask<T> task = new FutureTask<>(code);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new PluginRefusal("did not end within " + seconds(limit) + " s; it was at " + giveUp(thread));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginRefusal("was given up, because the bot ends; it was at " + giveUp(thread));
        }
    }

    private String giveUp(Thread thread) {
        StackTraceElement[] trace = thread.getStackTrace();
        Optional<StackTraceElement> frame = loader.ownFrame(trace);
        thread.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(interruptedLimit.toMillis());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        String place = frame.map(StackTraceElement::toString).orElse("an unknown place");
        return thread.isAlive()
                ? place + ". Interrupted, it goes on: its thread and its classes stay until the bot ends"
                : place;
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0
                ? Long.toString(limit.toSeconds())
                : Double.toString(limit.toMillis() / 1000.0);
    }
}
