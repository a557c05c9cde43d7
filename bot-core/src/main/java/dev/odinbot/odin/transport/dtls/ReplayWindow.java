package dev.odinbot.odin.transport.dtls;

/** Which records of an epoch came already, as far as the last 64 numbers go (RFC 6347, section 4.1.2.6). */
final class ReplayWindow {

    private static final int SIZE = Long.SIZE;

    private long highest = -1;
    /** Bit n stands for {@code highest - n}. */
    private long seen;

    /** Whether a record of this number may still be new. */
    boolean allows(long sequence) {
        long age = highest - sequence;
        return age < 0 || (age < SIZE && (seen & (1L << age)) == 0);
    }

    /** Only of an authentic record: others would let a stranger shift the window. */
    void add(long sequence) {
        if (sequence > highest) {
            long ahead = sequence - highest;
            seen = ahead < SIZE ? (seen << ahead) | 1 : 1;
            highest = sequence;
        } else {
            seen |= 1L << (highest - sequence);
        }
    }
}
