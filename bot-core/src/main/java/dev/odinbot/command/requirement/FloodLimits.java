package dev.odinbot.command.requirement;

import dev.odinbot.api.command.Scope;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.UserId;
import dev.odinbot.command.requirement.Buckets.Taken;
import dev.odinbot.command.requirement.Requirements.Rate;
import dev.odinbot.time.Ticker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many commands may come in, from one user and in one room. The user's own limit comes first, so that what one user types too much
 * does not use up what the others of the room have.
 */
@Singleton
public final class FloodLimits {

    private final Buckets<UserId> users;
    private final Buckets<String> rooms;
    private final LongAdder refused = new LongAdder();
    private volatile ChatConfig config;

    /**
     * A line that comes too early.
     *
     * @param told whether that was said before, and the user or the room has not been quiet since
     */
    public record TooFast(Scope per, Duration waitFor, boolean told) {}

    @Inject
    public FloodLimits(Ticker ticker, ChatConfig config) {
        this.config = config;
        users = new Buckets<>(ticker);
        rooms = new Buckets<>(ticker);
    }

    public void configure(ChatConfig config) {
        this.config = config;
    }

    /** Counts a command; a refusal when it is one too many. */
    public Optional<TooFast> count(Room room, UserId user) {
        ChatConfig now = config;
        Optional<TooFast> tooFast = now.commandsPerUser()
                .rate(Scope.USER)
                .flatMap(rate -> refusal(rate, users.take(user, rate)))
                .or(() -> now.commandsPerRoom()
                        .rate(Scope.ROOM)
                        .flatMap(rate -> refusal(rate, rooms.take(room.id().value(), rate))));
        if (tooFast.isPresent()) {
            refused.increment();
        }
        return tooFast;
    }

    private static Optional<TooFast> refusal(Rate rate, Taken taken) {
        return taken.refused()
                ? Optional.of(new TooFast(rate.per(), taken.waitFor(), taken.refusals() > 1))
                : Optional.empty();
    }

    /** Commands that were refused since the start. */
    public long refused() {
        return refused.sum();
    }
}
