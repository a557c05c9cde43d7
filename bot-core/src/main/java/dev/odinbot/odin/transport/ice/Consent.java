package dev.odinbot.odin.transport.ice;

import java.util.random.RandomGenerator;

/**
 * Whether the peer still wants our packets, asked again and again on the selected pair (RFC 7675). Its answers alone count.
 */
final class Consent {

    /** Between an answer and the next check, at random, so that many connections don't ask at once (section 5.1). */
    static final long MIN_INTERVAL_NANOS = 4_000_000_000L;

    static final long MAX_INTERVAL_NANOS = 6_000_000_000L;

    /** Between checks when one stays without an answer; each is a transaction of its own. */
    static final long REPEAT_NANOS = 500_000_000;

    /**
     * After the last answer. The RFC's 30 s are the longest that one may go on sending; a room without sound should be joined
     * anew sooner, and 8 checks or more have been lost by then.
     */
    static final long LIFETIME_NANOS = 10_000_000_000L;

    private final RandomGenerator random;
    private long expiryNanos = CandidatePair.NEVER;
    private long nextNanos = CandidatePair.NEVER;

    Consent(RandomGenerator random) {
        this.random = random;
    }

    /** By the answer to a check that chose the pair, or to one of ours. */
    void given(long nowNanos) {
        expiryNanos = nowNanos + LIFETIME_NANOS;
        nextNanos = nowNanos + random.nextLong(MIN_INTERVAL_NANOS, MAX_INTERVAL_NANOS);
    }

    void asked(long nowNanos) {
        nextNanos = nowNanos + REPEAT_NANOS;
    }

    boolean isDue(long nowNanos) {
        return nowNanos >= nextNanos;
    }

    boolean isExpired(long nowNanos) {
        return nowNanos >= expiryNanos;
    }

    long deadlineNanos() {
        return Math.min(nextNanos, expiryNanos);
    }
}
