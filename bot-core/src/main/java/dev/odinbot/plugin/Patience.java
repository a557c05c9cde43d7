package dev.odinbot.plugin;

import java.time.Duration;

/**
 * How long the host waits: for a plugin's own code, and for a jar that is being written.
 *
 * @param closing instead of {@code stop} when the whole bot ends, which may take 3 s
 * @param ending for the end of all plugins together
 * @param interrupted how long code that has been interrupted may take to end
 * @param still how long a jar must not have changed before it is taken for whole
 */
record Patience(
        Duration start, Duration stop, Duration closing, Duration ending, Duration interrupted, Duration still) {

    static final Patience USUAL = new Patience(
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofMillis(1500),
            Duration.ofMillis(500),
            Duration.ofSeconds(1));
}
