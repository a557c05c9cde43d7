package dev.odinbot.odin.transport;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Messages taken out of one datagram while its connection is locked, told to the listener when it no longer is. One per
 * thread that reads, used again for every datagram.
 */
final class Inbox {

    private static final ThreadLocal<Inbox> OWN = ThreadLocal.withInitial(Inbox::new);

    private byte[] bytes = new byte[4096];
    private ByteBuffer view = ByteBuffer.wrap(bytes);
    private int[] ends = new int[16];
    private int messages;

    private Inbox() {}

    /** The calling thread's. */
    static Inbox own() {
        return OWN.get();
    }

    void add(byte[] buffer, int offset, int length) {
        int start = messages == 0 ? 0 : ends[messages - 1];
        if (start + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, start + length));
            view = ByteBuffer.wrap(bytes);
        }
        if (messages == ends.length) {
            ends = Arrays.copyOf(ends, 2 * messages);
        }
        System.arraycopy(buffer, offset, bytes, start, length);
        ends[messages++] = start + length;
    }

    /** Empties it into the listener, also if that fails. */
    void tell(DataChannelListener listener) {
        int start = 0;
        try {
            for (int i = 0; i < messages; i++) {
                view.limit(ends[i]).position(start);
                start = ends[i];
                listener.received(view);
            }
        } finally {
            clear();
        }
    }

    /** What one connection left must not be told to the next. */
    void clear() {
        messages = 0;
    }
}
