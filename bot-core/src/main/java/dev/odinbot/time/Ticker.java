package dev.odinbot.time;

import java.time.Instant;

/** Reads the clocks. */
public interface Ticker {

    /** Monotonic nanoseconds from an arbitrary start; only differences mean something. */
    long nanos();

    /** The wall clock: for tokens and for people, never for intervals. */
    Instant now();

    /**
     * Parks the calling thread until {@link #nanos} has reached {@code deadlineNanos} or the thread is interrupted; may
     * return early otherwise too, as {@link java.util.concurrent.locks.LockSupport#parkNanos} does.
     */
    void parkUntil(long deadlineNanos);
}
