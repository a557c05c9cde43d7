package dev.odinbot.plugins.moderation;

import dev.odinbot.api.room.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts who says how much. Any thread. */
final class FloodFilter {

    private final int lines;
    private final Duration span;
    private final Clock clock;
    private final Map<UserId, Deque<Instant>> recent = new HashMap<>();

    FloodFilter(ModerationConfig.Flood config, Clock clock) {
        lines = config.lines();
        span = Duration.ofSeconds(config.seconds());
        this.clock = clock;
    }

    /** Counts a line; true when it is one too many, and the count begins anew. */
    synchronized boolean matches(UserId user) {
        if (lines == 0) {
            return false;
        }
        Instant now = clock.instant();
        forgetBefore(now.minus(span));
        Deque<Instant> times = recent.computeIfAbsent(user, first -> new ArrayDeque<>());
        times.add(now);
        if (times.size() < lines) {
            return false;
        }
        recent.remove(user);
        return true;
    }

    /** Of how many users there is something to remember. */
    synchronized int size() {
        return recent.size();
    }

    private void forgetBefore(Instant start) {
        recent.values().forEach(times -> times.removeIf(time -> !time.isAfter(start)));
        recent.values().removeIf(Deque::isEmpty);
    }
}
