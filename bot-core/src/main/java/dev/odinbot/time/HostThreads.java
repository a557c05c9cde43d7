package dev.odinbot.time;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes daemon threads for the host's pools that keep nothing of whoever's call made them necessary. A usual thread keeps its creator's
 * context class loader and, through the inherited access control context, the loaders of all that was on the stack: a plugin's among
 * them, for as long as the thread lives. Any thread.
 */
public final class HostThreads implements ThreadFactory {

    private final AtomicInteger made = new AtomicInteger();
    private final String prefix;

    private HostThreads(String prefix) {
        this.prefix = prefix;
    }

    /** @param prefix of the names, which end in {@code -1}, {@code -2} and so on */
    public static ThreadFactory named(String prefix) {
        return new HostThreads(prefix);
    }

    @Override
    @SuppressWarnings("removal") // Java 17 has no other way to leave the stack's context behind
    public Thread newThread(Runnable task) {
        return AccessController.doPrivileged((PrivilegedAction<Thread>) () -> {
            Thread thread = new Thread(null, task, prefix + "-" + made.incrementAndGet(), 0, false);
            thread.setContextClassLoader(HostThreads.class.getClassLoader());
            thread.setDaemon(true);
            return thread;
        });
    }
}
