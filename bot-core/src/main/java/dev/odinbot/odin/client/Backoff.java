package dev.odinbot.odin.client;

import java.time.Duration;
import java.util.Random;

/** How long to wait before the next try: ever longer, and never quite the same, so that many rooms do not come at once. */
final class Backoff {

    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration MOST = Duration.ofSeconds(30);

    private static final int MAX_DOUBLINGS = 10;

    private final Random random;
    private int failures;

    Backoff(Random random) {
        this.random = random;
    }

    /** After a failure that may heal by itself: between 0.5 s and 30 s. */
    Duration next() {
        long base = FIRST.toMillis() << Math.min(failures++, MAX_DOUBLINGS);
        // The jitter is up to half as much again, so the base ends at two thirds of the most.
        base = Math.min(base, MOST.toMillis() * 2 / 3);
        return Duration.ofMillis(base + random.nextLong(base / 2 + 1));
    }

    /** After one that somebody has to mend, or that is a wish to be left alone: between 30 s and 45 s. */
    Duration slow() {
        failures++;
        return MOST.plusMillis(random.nextLong(MOST.toMillis() / 2 + 1));
    }

    void reset() {
        failures = 0;
    }
}
