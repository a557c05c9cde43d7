package dev.odinbot.odin.transport.sctp;

import java.util.Arrays;

/**
 * Which chunks of the peer came: all up to a cumulative TSN, and those that a ring of bits shows above it. Writes SACKs
 * about them (RFC 9260, 3.3.4 and 6.2). Of a fixed size.
 */
final class ReceivedTsns {

    /** What came of a chunk. */
    enum Arrival {
        NEW,
        DUPLICATE,
        /** So far ahead that it counts as not received. */
        TOO_FAR
    }

    /** Fifty speakers send 2500 a second, and a hole may stay open until its sender's timer forwards over it. */
    static final int WINDOW = 8192;

    private static final int MAX_GAPS = 64;
    private static final int MAX_DUPLICATES = 16;
    /** Cumulative TSN, window, two counts. */
    private static final int SACK_BYTES = 12;

    private final long[] bits = new long[WINDOW / Long.SIZE];
    private final int[] duplicates = new int[MAX_DUPLICATES];
    private final int[] gapStarts = new int[MAX_GAPS];
    private final int[] gapEnds = new int[MAX_GAPS];
    private int duplicateCount;
    private int gapCount;
    private int cumulative;
    private int highest;

    ReceivedTsns(int firstTsn) {
        cumulative = firstTsn - 1;
        highest = cumulative;
    }

    int cumulative() {
        return cumulative;
    }

    boolean hasGaps() {
        return highest != cumulative;
    }

    Arrival add(int tsn) {
        int ahead = tsn - cumulative;
        if (ahead >= WINDOW) {
            return Arrival.TOO_FAR;
        }
        if (ahead <= 0 || isSet(tsn)) {
            if (duplicateCount < MAX_DUPLICATES) {
                duplicates[duplicateCount++] = tsn;
            }
            return Arrival.DUPLICATE;
        }
        if (ahead == 1 && !hasGaps()) {
            cumulative = tsn;
            highest = tsn;
            return Arrival.NEW;
        }
        bits[word(tsn)] |= 1L << tsn;
        if (Tsn.isAfter(tsn, highest)) {
            highest = tsn;
        }
        advance();
        return Arrival.NEW;
    }

    /**
     * The peer will never send what is missing up to here (RFC 3758, 3.6).
     *
     * @return false if this is no news
     */
    boolean skipTo(int tsn) {
        if (!Tsn.isAfter(tsn, cumulative)) {
            return false;
        }
        if (!Tsn.isAfter(highest, tsn)) {
            Arrays.fill(bits, 0);
            cumulative = tsn;
            highest = tsn;
            return true;
        }
        while (cumulative != tsn) {
            cumulative++;
            clear(cumulative);
        }
        advance();
        return true;
    }

    private void advance() {
        while (isSet(cumulative + 1)) {
            cumulative++;
            clear(cumulative);
        }
    }

    private boolean isSet(int tsn) {
        return (bits[word(tsn)] & 1L << tsn) != 0;
    }

    private void clear(int tsn) {
        bits[word(tsn)] &= ~(1L << tsn);
    }

    private static int word(int tsn) {
        return (tsn & (WINDOW - 1)) / Long.SIZE;
    }

    /** Writes as much as fits into {@code room} bytes of a chunk's value, and forgets the duplicates. Not if not even the least fits. */
    boolean writeSack(PacketWriter writer, int windowBytes, int room) {
        findGaps();
        int gaps = Math.min(gapCount, (room - SACK_BYTES) / 4);
        int twice = Math.min(duplicateCount, (room - SACK_BYTES) / 4 - gaps);
        if (room < SACK_BYTES) {
            return false;
        }
        int at = writer.chunk(ChunkType.SACK, 0, SACK_BYTES + 4 * (gaps + twice));
        byte[] bytes = writer.bytes();
        BigEndian.writeInt(bytes, at, cumulative);
        BigEndian.writeInt(bytes, at + 4, windowBytes);
        BigEndian.writeShort(bytes, at + 8, gaps);
        BigEndian.writeShort(bytes, at + 10, twice);
        at += SACK_BYTES;
        for (int i = 0; i < gaps; i++, at += 4) {
            BigEndian.writeShort(bytes, at, gapStarts[i]);
            BigEndian.writeShort(bytes, at + 2, gapEnds[i]);
        }
        for (int i = 0; i < twice; i++, at += 4) {
            BigEndian.writeInt(bytes, at, duplicates[i]);
        }
        duplicateCount = 0;
        return true;
    }

    private void findGaps() {
        gapCount = 0;
        int span = highest - cumulative;
        int ahead = 1;
        while (ahead <= span && gapCount < MAX_GAPS) {
            if (isSet(cumulative + ahead)) {
                gapStarts[gapCount] = ahead;
                while (ahead < span && isSet(cumulative + ahead + 1)) {
                    ahead++;
                }
                gapEnds[gapCount] = ahead;
                gapCount++;
            }
            ahead++;
        }
    }
}
