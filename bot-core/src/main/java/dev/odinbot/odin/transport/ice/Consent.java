package dev.odinbot.odin.transport.ice;

import java.util.random.RandomGenerator;

/**
 * Whether the peer still wants our packets, asked again and again on the selected pair (RFC 7675); and whether there is a
 * sign of it at all.
 */
final class Consent {

    /** Between an answer and the next check, at random, so that many connections don't ask at once (section 5.1). */
    static final long MIN_INTERVAL_NANOS = 4_000_000_000L;

    static final long MAX_INTERVAL_NANOS = 6_000_000_000L;

    /** Checks are due at multiples of this: a process with many connections wakes once for those of the same moment. */
    static final long GRID_NANOS = 100_000_000;

    /** Between checks when one stays without an answer; each is a transaction of its own. */
    static final long REPEAT_NANOS = 500_000_000;

    /** After the last answer: our packets may not go where nobody wants them for longer (section 5.1). */
    static final long LIFETIME_NANOS = 30_000_000_000L;

    /**
     * After the last authentic packet. The RFC's 30 s are too long for a room without sound; but one that has a new address
     * must have the time to ask from there, which we do within {@link #MAX_INTERVAL_NANOS} and several repeats.
     */
    static final long SILENCE_NANOS = 10_000_000_000L;

    private final RandomGenerator random;
    private long expiryNanos = CandidatePair.NEVER;
    private long silentNanos = CandidatePair.NEVER;
    private long nextNanos = CandidatePair.NEVER;

    Consent(RandomGenerator random) {
        this.random = random;
    }

    /** Something authentic came, from wherever. */
    void heard(long nowNanos) {
        silentNanos = nowNanos + SILENCE_NANOS;
    }

    /** By the answer to a check that chose the pair, or to one of ours. */
    void given(long nowNanos) {
        expiryNanos = nowNanos + LIFETIME_NANOS;
        long next = nowNanos + random.nextLong(MIN_INTERVAL_NANOS, MAX_INTERVAL_NANOS - GRID_NANOS);
        nextNanos = next + GRID_NANOS - Math.floorMod(next, GRID_NANOS);
    }

    void asked(long nowNanos) {
        nextNanos = nowNanos + REPEAT_NANOS;
    }

    boolean isDue(long nowNanos) {
        return nowNanos >= nextNanos;
    }

    boolean isExpired(long nowNanos) {
        return nowNanos >= Math.min(expiryNanos, silentNanos);
    }

    long deadlineNanos() {
        return Math.min(nextNanos, Math.min(expiryNanos, silentNanos));
    }
}
