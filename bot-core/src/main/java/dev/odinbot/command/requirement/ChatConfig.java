package dev.odinbot.command.requirement;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import dev.odinbot.api.command.Scope;
import dev.odinbot.command.requirement.Requirements.Rate;
import dev.odinbot.config.Checked;
import dev.odinbot.config.Faults;
import java.time.Duration;
import java.util.Optional;

/** The section {@code chat}: how many commands may come. Lines that are none do not count. */
public record ChatConfig(
        @Default("{burst: 10, per-minute: 30}") Limit commandsPerUser,
        @Default("{burst: 40, per-minute: 240}") Limit commandsPerRoom)
        implements Checked {

    public static final ChatConfig UNLIMITED = new ChatConfig(new Limit(1, 0), new Limit(1, 0));

    /**
     * {@code burst} commands at once, then so many a minute.
     *
     * @param perMinute 0 = no limit
     */
    public record Limit(
            @Between(min = 1, max = 1000) int burst,
            @Between(min = 0, max = 60_000) int perMinute) {

        Optional<Rate> rate(Scope per) {
            return perMinute == 0
                    ? Optional.empty()
                    : Optional.of(new Rate(Duration.ofMinutes(1).dividedBy(perMinute), burst, per));
        }
    }

    @Override
    public void check(Faults faults) {
        boolean roomLimited = commandsPerRoom.perMinute() > 0;
        boolean userUnlimited = commandsPerUser.perMinute() == 0;
        if (roomLimited
                && (userUnlimited
                        || commandsPerUser.perMinute() >= commandsPerRoom.perMinute()
                        || commandsPerUser.burst() >= commandsPerRoom.burst())) {
            faults.at("commands-per-user")
                    .add(
                            "one user alone could use up all that commands-per-room allows",
                            "Make burst and per-minute smaller than those of commands-per-room.");
        }
    }
}
