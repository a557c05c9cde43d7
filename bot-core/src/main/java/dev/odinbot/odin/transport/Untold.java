package dev.odinbot.odin.transport;

import static com.google.common.base.Preconditions.checkState;

import dev.odinbot.odin.transport.udp.UdpLoop;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a connection while it was locked, and its listener is yet to hear: on the loop's thread, when the lock is
 * not held any more.
 */
final class Untold {

    private final UdpLoop loop;
    private final DataChannelListener listener;
    private final Object lock;

    private boolean opening;
    private @Nullable String closing;
    private volatile boolean any;

    /** @param lock held by whoever calls {@link #opened}, {@link #message} and {@link #closed} */
    Untold(UdpLoop loop, DataChannelListener listener, Object lock) {
        this.loop = loop;
        this.listener = listener;
        this.lock = lock;
    }

    void opened() {
        opening = true;
        soon();
    }

    /** To be told in the same turn. Peers send none before they have an answer to what we say on this thread. */
    void message(byte[] buffer, int offset, int length) {
        checkState(loop.isOwnThread(), "A message came on another thread");
        Inbox.own().add(buffer, offset, length);
    }

    void closed(String reason) {
        closing = reason;
        soon();
    }

    /** The loop's thread tells it: after what it is doing now, or when it comes to it. */
    private void soon() {
        any = true;
        loop.execute(this::tell);
    }

    /** Not locked: opened first, then what was received meanwhile, closed last. */
    void tell() {
        boolean opened = false;
        String reason = null;
        if (any) {
            synchronized (lock) {
                any = false;
                opened = opening;
                reason = closing;
                opening = false;
                closing = null;
            }
        }
        try {
            if (opened) {
                listener.opened();
            }
            Inbox.own().tell(listener);
        } finally {
            Inbox.own().clear();
            if (reason != null) {
                listener.closed(reason);
            }
        }
    }

    /** Also when nobody reads any more. */
    void tellNow() {
        if (!loop.execute(this::tell)) {
            tell();
        }
    }
}
