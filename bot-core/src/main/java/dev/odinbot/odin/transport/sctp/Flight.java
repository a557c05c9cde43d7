package dev.odinbot.odin.transport.sctp;

/**
 * The fate of every chunk above the peer's cumulative TSN. As nothing is sent twice, only its size and time are kept, in
 * a ring that grows up to {@link #MAX_TSNS}. A chunk is on its way, then acknowledged or abandoned (RFC 3758, 3.5).
 */
final class Flight {

    static final int MAX_TSNS = 1024;
    private static final int FIRST_CAPACITY = 32;

    /** So many SACKs that tell of later chunks prove a loss (RFC 9260, 7.2.4). */
    private static final int REPORTS_OF_A_LOSS = 3;

    private static final byte ON_ITS_WAY = 1;
    private static final byte ACKNOWLEDGED = 2;
    private static final byte ABANDONED = 3;

    private byte[] fates = new byte[0];
    private byte[] reports = new byte[0];
    private byte[] flags = new byte[0];
    private short[] sizes = new short[0];
    private long[] sentNanos = new long[0];

    private int acknowledged;
    private int next;
    private int forward;
    private int bytes;

    Flight(int firstTsn) {
        next = firstTsn;
        acknowledged = firstTsn - 1;
        forward = acknowledged;
    }

    /** The peer's cumulative TSN. */
    int acknowledged() {
        return acknowledged;
    }

    int highest() {
        return next - 1;
    }

    /** Of the chunks on their way. */
    int bytes() {
        return bytes;
    }

    /** The peer has passed all of it. */
    boolean isEmpty() {
        return acknowledged == highest();
    }

    boolean hasRoomFor(int chunks) {
        return highest() - acknowledged + chunks <= MAX_TSNS;
    }

    /** Up to here the peer shall not wait (RFC 3758: Advanced.Peer.Ack.Point); ends with an abandoned chunk. */
    int forward() {
        return forward;
    }

    boolean mustForward() {
        return Tsn.isAfter(forward, acknowledged);
    }

    /** @param chunkFlags as in the chunk, for its place in the message */
    int add(int size, int chunkFlags, long nowNanos) {
        if (highest() - acknowledged == fates.length) {
            grow();
        }
        int slot = slot(next);
        fates[slot] = ON_ITS_WAY;
        reports[slot] = 0;
        flags[slot] = (byte) chunkFlags;
        sizes[slot] = (short) size;
        sentNanos[slot] = nowNanos;
        bytes += size;
        return next++;
    }

    /** @return how many bytes this is news about */
    int acknowledgeUpTo(int tsn) {
        int news = 0;
        while (Tsn.isAfter(tsn, acknowledged)) {
            acknowledged++;
            news += land(slot(acknowledged));
        }
        if (Tsn.isAfter(acknowledged, forward)) {
            forward = acknowledged;
        }
        return news;
    }

    /** @return how many bytes this is news about */
    int acknowledge(int tsn) {
        return land(slot(tsn));
    }

    private int land(int slot) {
        if (fates[slot] != ON_ITS_WAY) {
            return 0;
        }
        fates[slot] = ACKNOWLEDGED;
        bytes -= sizes[slot];
        return sizes[slot];
    }

    /**
     * A SACK tells of {@code tsn}, which was news; so each chunk below was overtaken once more.
     *
     * @param latestNanos what was sent later may still be late
     * @return how many are lost
     */
    int overtaken(int tsn, long latestNanos) {
        int lost = 0;
        for (int each = acknowledged + 1; Tsn.isAfter(tsn, each); each++) {
            int slot = slot(each);
            if (fates[slot] == ON_ITS_WAY) {
                reports[slot] = (byte) Math.min(REPORTS_OF_A_LOSS, reports[slot] + 1);
                if (reports[slot] == REPORTS_OF_A_LOSS && sentNanos[slot] <= latestNanos) {
                    lost += abandonMessageOf(each);
                }
            }
        }
        advance();
        return lost;
    }

    /**
     * There was no answer. The first chunk goes in any case: even if the peer told once that it has it, it does no longer.
     *
     * @param latestNanos what was sent later may still be answered
     * @return how many are lost
     */
    int expire(long latestNanos) {
        int lost = isEmpty() || isAbandoned(acknowledged + 1) ? 0 : abandonMessageOf(acknowledged + 1);
        for (int each = acknowledged + 1; each != next; each++) {
            int slot = slot(each);
            if (fates[slot] == ON_ITS_WAY && sentNanos[slot] <= latestNanos) {
                lost += abandonMessageOf(each);
            }
        }
        advance();
        return lost;
    }

    /** A message with a hole is of no use, so the peer must not wait for the rest of it either. */
    private int abandonMessageOf(int tsn) {
        int first = tsn;
        while (first != acknowledged + 1 && (flags[slot(first)] & DataChunk.BEGINNING) == 0) {
            first--;
        }
        int abandoned = 0;
        int each = first;
        boolean last;
        do {
            int slot = slot(each);
            last = (flags[slot] & DataChunk.ENDING) != 0;
            abandoned += fates[slot] == ABANDONED ? 0 : 1;
            land(slot);
            fates[slot] = ABANDONED;
            each++;
        } while (!last && each != next);
        return abandoned;
    }

    private void advance() {
        for (int each = forward + 1; each != next && fates[slot(each)] != ON_ITS_WAY; each++) {
            if (fates[slot(each)] == ABANDONED) {
                forward = each;
            }
        }
    }

    boolean isAcknowledged(int tsn) {
        return !Tsn.isAfter(tsn, acknowledged) || fates[slot(tsn)] == ACKNOWLEDGED;
    }

    boolean isAbandoned(int tsn) {
        return Tsn.isAfter(tsn, acknowledged) && fates[slot(tsn)] == ABANDONED;
    }

    private int slot(int tsn) {
        return tsn & (fates.length - 1);
    }

    private void grow() {
        byte[] oldFates = fates;
        byte[] oldReports = reports;
        byte[] oldFlags = flags;
        short[] oldSizes = sizes;
        long[] oldSentNanos = sentNanos;
        int capacity = Math.max(FIRST_CAPACITY, 2 * oldFates.length);
        fates = new byte[capacity];
        reports = new byte[capacity];
        flags = new byte[capacity];
        sizes = new short[capacity];
        sentNanos = new long[capacity];
        for (int each = acknowledged + 1; each != next; each++) {
            int from = each & (oldFates.length - 1);
            int to = slot(each);
            fates[to] = oldFates[from];
            reports[to] = oldReports[from];
            flags[to] = oldFlags[from];
            sizes[to] = oldSizes[from];
            sentNanos[to] = oldSentNanos[from];
        }
    }
}
