package dev.odinbot.odin.transport.dtls;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The few threads on which handshakes run, {@code dtls-handshake-*}; they end when there is nothing to do. One per process;
 * usable from any thread.
 */
public final class DtlsHandshakes implements AutoCloseable {

    /** A handshake takes a millisecond of computing and otherwise waits for its peer, so more than there are cores. */
    private static final int THREADS = 32;

    /** Each waits for a second or so at worst if all come at once and answer; a peer gives up after some more. */
    private static final int MAX_WAITING = 4_000;

    private static final int IDLE_SECONDS = 10;

    private final HandshakeTerms terms;
    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    public DtlsHandshakes() {
        this(HandshakeTerms.USUAL, THREADS, MAX_WAITING);
    }

    DtlsHandshakes(HandshakeTerms terms, int maxThreads, int maxWaiting) {
        this.terms = terms;
        threads = new ThreadPoolExecutor(
                maxThreads, maxThreads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(maxWaiting), task -> {
                    Thread thread = new Thread(task, "dtls-handshake-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    HandshakeTerms terms() {
        return terms;
    }

    /** False when too many wait already, or there will be no more. */
    boolean begin(Handshake handshake) {
        try {
            threads.execute(handshake);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** A handshake that waited for a thread in vain waits no longer. */
    void forget(Handshake handshake) {
        threads.remove(handshake);
    }

    int running() {
        return threads.getActiveCount();
    }

    int threads() {
        return threads.getPoolSize();
    }

    /** Ends those that run. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
