package dev.odinbot.player;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.http.HttpConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections that one load or one track is using, so that they can be cut: a read from a server does not heed an
 * interrupt, and a server that drips a byte now and then never lets it time out. Whose they are goes by the thread.
 */
final class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final ThreadLocal<Connections> CURRENT = new ThreadLocal<>();

    private final Set<HttpConnection> open = new HashSet<>();
    private boolean cut;

    /** Work that may connect. */
    @FunctionalInterface
    interface Work<E extends Exception> {
        void run() throws E;
    }

    /** What {@code work} connects to, on this thread, is ours. */
    <E extends Exception> void during(Work<E> work) throws E {
        Connections outer = CURRENT.get();
        CURRENT.set(this);
        try {
            work.run();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** Closes what is open and lets nothing more be opened. Any thread. */
    synchronized void cut() {
        cut = true;
        for (HttpConnection connection : open) {
            try {
                connection.shutdown();
            } catch (IOException e) {
                LOG.debug("A connection that is given up did not close cleanly", e);
            }
        }
        open.clear();
    }

    private synchronized void add(HttpConnection connection) throws InterruptedIOException {
        if (cut) {
            throw new InterruptedIOException("Given up"); // of a kind that is not retried
        }
        open.removeIf(used -> !used.isOpen());
        open.add(connection);
    }

    private synchronized void remove(HttpConnection connection) {
        open.remove(connection);
    }

    /** This thread uses {@code connection} until it gives it back. */
    static void using(HttpConnection connection) throws InterruptedIOException {
        Connections owner = CURRENT.get();
        if (owner != null) {
            owner.add(connection);
        }
    }

    /** This thread does not use {@code connection} any more, though it is open. */
    static void released(HttpConnection connection) {
        Connections owner = CURRENT.get();
        if (owner != null) {
            owner.remove(connection);
        }
    }
}
