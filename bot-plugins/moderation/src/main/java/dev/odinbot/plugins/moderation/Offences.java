package dev.odinbot.plugins.moderation;

import dev.odinbot.api.room.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How often each user has offended, and what that costs. Any thread. */
final class Offences {

    /** What follows on an offence. */
    enum Penalty {
        WARNING,
        KICK,
        BAN
    }

    private final ModerationConfig.Penalties config;
    private final Clock clock;
    private final Map<UserId, Count> counts = new HashMap<>();

    private record Count(int offences, Instant last) {}

    Offences(ModerationConfig.Penalties config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    synchronized Penalty add(UserId user) {
        Instant now = clock.instant();
        Instant forgotten = now.minus(Duration.ofMinutes(config.forgetMinutes()));
        counts.values().removeIf(count -> !count.last().isAfter(forgotten));
        int before = counts.getOrDefault(user, new Count(0, now)).offences();
        counts.put(user, new Count(before + 1, now));
        if (before < config.warnings()) {
            return Penalty.WARNING;
        }
        return before < config.warnings() + config.kicks() ? Penalty.KICK : Penalty.BAN;
    }
}
