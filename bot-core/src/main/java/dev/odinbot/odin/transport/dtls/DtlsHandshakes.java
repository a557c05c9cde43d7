package dev.odinbot.odin.transport.dtls;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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

    /**
     * A handshake takes a millisecond of computing and otherwise waits for its peer, so more than there are cores. Should all
     * peers be silent, each thread is free again after {@link HandshakeTerms#PATIENCE_MILLIS}.
     */
    private static final int THREADS = 64;

    /** The last of so many waits some ten seconds if all come at once and answer within a tenth; peers give up soon after. */
    private static final int MAX_WAITING = 4_000;

    private static final int IDLE_SECONDS = 10;

    private final HandshakeTerms terms;
    private final AtomicInteger count = new AtomicInteger();
    /** Of their own: clients that wait for a server in this very process must leave threads for it. */
    private final Map<DtlsRole, ThreadPoolExecutor> threads = new EnumMap<>(DtlsRole.class);

    public DtlsHandshakes() {
        this(HandshakeTerms.USUAL, THREADS, MAX_WAITING);
    }

    /** @param maxThreads for each role */
    DtlsHandshakes(HandshakeTerms terms, int maxThreads, int maxWaiting) {
        this.terms = terms;
        for (DtlsRole role : DtlsRole.values()) {
            threads.put(role, pool(maxThreads, maxWaiting));
        }
    }

    private ThreadPoolExecutor pool(int maxThreads, int maxWaiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                maxThreads, maxThreads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(maxWaiting), task -> {
                    Thread thread = new Thread(task, "dtls-handshake-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private ThreadPoolExecutor pool(DtlsRole role) {
        return Objects.requireNonNull(threads.get(role));
    }

    HandshakeTerms terms() {
        return terms;
    }

    /** False when too many wait already, or there will be no more. */
    boolean begin(Handshake handshake) {
        try {
            pool(handshake.role()).execute(handshake);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** A handshake that waits for a thread waits no longer. */
    void forget(Handshake handshake) {
        pool(handshake.role()).remove(handshake);
    }

    /** Whether others wait for a thread, as all of this role's are taken. */
    boolean othersWait(DtlsRole role) {
        return !pool(role).getQueue().isEmpty();
    }

    boolean isClosed() {
        return threads.values().stream().anyMatch(ThreadPoolExecutor::isShutdown);
    }

    /** How many run now. */
    int running() {
        return threads.values().stream()
                .mapToInt(ThreadPoolExecutor::getActiveCount)
                .sum();
    }

    /** How many threads there are. */
    int threads() {
        return threads.values().stream()
                .mapToInt(ThreadPoolExecutor::getPoolSize)
                .sum();
    }

    /** Ends those that run; the sessions of those that wait hear nothing more. */
    @Override
    public void close() {
        threads.values().forEach(ThreadPoolExecutor::shutdownNow);
    }
}
