package dev.odinbot.testing;

import dev.odinbot.time.Ticker;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands until the test moves it; parking moves it to the deadline at once. */
public final class FakeTicker implements Ticker {

    private final Instant start;
    private long nanos;

    public FakeTicker() {
        this(Instant.parse("2026-01-01T00:00:00Z"));
    }

    public FakeTicker(Instant start) {
        this.start = start;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Instant now() {
        return start.plusNanos(nanos);
    }

    @Override
    public synchronized void parkUntil(long deadlineNanos) {
        nanos = Math.max(nanos, deadlineNanos);
    }

    public synchronized void advance(Duration by) {
        nanos += by.toNanos();
    }
}
