package dev.odinbot.command.requirement;

import dev.odinbot.api.command.Scope;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
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
    private final Buckets<RoomId> rooms;
    private final Buckets<Notice> notices;
    private final LongAdder refused = new LongAdder();
    private volatile ChatConfig config;

    /** How often a user is told in a room: the answer to a flood must be none itself. */
    private static final Rate TOLD = new Rate(Duration.ofSeconds(30), 1, Scope.USER);

    private record Notice(RoomId room, UserId user) {}

    /**
     * A line that comes too early.
     *
     * @param told whether the user was told in this room a short while ago
     */
    public record TooFast(Scope per, Duration waitFor, boolean told) {}

    @Inject
    public FloodLimits(Ticker ticker, ChatConfig config) {
        this.config = config;
        users = new Buckets<>(ticker);
        rooms = new Buckets<>(ticker);
        notices = new Buckets<>(ticker);
    }

    public void configure(ChatConfig config) {
        this.config = config;
    }

    /** Counts a command; a refusal, which uses up nothing, when it is one too many. */
    public Optional<TooFast> count(Room room, UserId user) {
        ChatConfig now = config;
        Optional<Rate> ofUser = now.commandsPerUser().rate(Scope.USER);
        Optional<Rate> ofRoom = now.commandsPerRoom().rate(Scope.ROOM);
        Duration userWaits = ofUser.map(rate -> users.take(user, rate)).orElse(Duration.ZERO);
        if (!userWaits.isZero()) {
            return Optional.of(refused(room, user, Scope.USER, userWaits));
        }
        Duration roomWaits = ofRoom.map(rate -> rooms.take(room.id(), rate)).orElse(Duration.ZERO);
        if (roomWaits.isZero()) {
            return Optional.empty();
        }
        ofUser.ifPresent(rate -> users.giveBack(user, rate));
        return Optional.of(refused(room, user, Scope.ROOM, roomWaits));
    }

    private TooFast refused(Room room, UserId user, Scope per, Duration waitFor) {
        refused.increment();
        boolean told = !notices.take(new Notice(room.id(), user), TOLD).isZero();
        return new TooFast(per, waitFor, told);
    }

    /** Commands that were refused since the start. */
    public long refused() {
        return refused.sum();
    }
}
