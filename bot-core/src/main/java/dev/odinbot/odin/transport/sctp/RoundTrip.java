package dev.odinbot.odin.transport.sctp;

import java.util.concurrent.TimeUnit;

/** How long the peer takes to answer, and how long we wait for it (RFC 9260, 6.3). */
final class RoundTrip {

    private static final long INITIAL_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** Above the 200 ms by which a peer may delay its SACK. */
    static final long MIN_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    /** Of a way as slow as this, nobody wants to hear anything. */
    static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** Far below the RFC's 60 s: sound must come back soon after an outage, and what is sent meanwhile is one small packet. */
    static final long MAX_BACK_OFF_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

    private long smoothedNanos;
    private long variationNanos;
    private boolean measured;
    private long timeoutNanos = INITIAL_NANOS;

    private boolean timing;
    private int timedTsn;
    private long timedSinceNanos;

    long timeoutNanos() {
        return timeoutNanos;
    }

    /** What is older than this and was overtaken is lost rather than late; 0 when nothing is known yet. */
    long patienceNanos() {
        return smoothedNanos + 2 * variationNanos;
    }

    /** Times this one, if none is being timed. */
    void sent(int tsn, long nowNanos) {
        if (!timing) {
            timing = true;
            timedTsn = tsn;
            timedSinceNanos = nowNanos;
        }
    }

    void look(Flight flight, long nowNanos) {
        if (!timing) {
            return;
        }
        if (flight.isAcknowledged(timedTsn)) {
            timing = false;
            measured(nowNanos - timedSinceNanos);
        } else if (flight.isAbandoned(timedTsn)) {
            timing = false;
        }
    }

    void measured(long nanos) {
        if (measured) {
            variationNanos += (Math.abs(smoothedNanos - nanos) - variationNanos) / 4;
            smoothedNanos += (nanos - smoothedNanos) / 8;
        } else {
            measured = true;
            smoothedNanos = nanos;
            variationNanos = nanos / 2;
        }
        timeoutNanos = Math.min(MAX_NANOS, Math.max(MIN_NANOS, smoothedNanos + 4 * variationNanos));
    }

    /** There was no answer in time. */
    void backOff() {
        timeoutNanos = Math.max(timeoutNanos, Math.min(MAX_BACK_OFF_NANOS, 2 * timeoutNanos));
    }
}
