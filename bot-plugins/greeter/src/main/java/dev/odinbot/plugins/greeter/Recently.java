package dev.odinbot.plugins.greeter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What has been done a short while ago. Any thread. */
final class Recently {

    private final Duration span;
    private final Clock clock;
    private final Map<Object, Instant> times = new HashMap<>();

    Recently(Duration span, Clock clock) {
        this.span = span;
        this.clock = clock;
    }

    /** Whether {@code what} has not been done within the span; if so it counts as done now. */
    synchronized boolean first(Object what) {
        Instant now = clock.instant();
        times.values().removeIf(time -> !now.isBefore(time.plus(span)));
        return times.putIfAbsent(what, now) == null;
    }
}
