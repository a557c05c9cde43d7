package dev.odinbot.odin.server;

import dev.odinbot.time.Ticker;

/** Lets through so many a second, and a burst after a rest. Any thread. */
final class TokenBucket {

    private final Ticker ticker;
    private final long nanosPerToken;
    private final long capacityNanos;
    /** Tokens are counted as the time it takes to earn them. */
    private long savedNanos;

    private long lastNanos;

    TokenBucket(Ticker ticker, int perSecond, int burst) {
        this.ticker = ticker;
        this.nanosPerToken = 1_000_000_000L / perSecond;
        this.capacityNanos = nanosPerToken * burst;
        this.savedNanos = capacityNanos;
        this.lastNanos = ticker.nanos();
    }

    synchronized boolean take() {
        long now = ticker.nanos();
        savedNanos = Math.min(capacityNanos, savedNanos + now - lastNanos);
        lastNanos = now;
        if (savedNanos < nanosPerToken) {
            return false;
        }
        savedNanos -= nanosPerToken;
        return true;
    }
}
