package dev.odinbot.command.requirement;

import dev.odinbot.api.admin.Permissions;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Scope;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.UserId;
import dev.odinbot.command.requirement.Requirements.Ballot;
import dev.odinbot.config.Nearest;
import dev.odinbot.time.Ticker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Decides whether a command may run, and remembers what that takes: runs, voices, who has run what. */
@Singleton
public final class RequirementGate {

    private final Permissions permissions;
    private final Overrides overrides = new Overrides();
    private final Buckets<Use> cooldowns;
    private final Runs runs;
    private final Votes votes;

    /**
     * A call of a command.
     *
     * @param arguments as typed; a vote is about the command with these
     * @param position the first argument, if that is a whole number; at least 1 where a vote asks for it
     */
    public record Attempt(String arguments, OptionalInt position, Room room, Peer sender, Player player) {}

    /** @param subject whom it is counted by: a user, a room, or nobody in particular */
    private record Use(String command, Scope per, String subject) {}

    @Inject
    public RequirementGate(Permissions permissions, Ticker ticker, CommandsConfig config) {
        overrides.replace(config);
        this.permissions = permissions;
        this.cooldowns = new Buckets<>(ticker);
        this.runs = new Runs(ticker);
        this.votes = new Votes(ticker);
    }

    /** Puts the operator's overrides in the place of those there were. */
    public void configure(CommandsConfig config) {
        overrides.replace(config);
    }

    /** A sentence about each override that belongs to none of {@code commands}. */
    public List<String> idleOverrides(Collection<Requirements> commands) {
        return overrides.idle(commands);
    }

    /** A sentence about each of {@code commands} that is granted to a group which there is not, whoever says so. */
    public List<String> unknownGroups(Collection<Requirements> commands) {
        List<String> groups =
                permissions.groups().stream().map(Permissions.Group::name).toList();
        return commands.stream()
                .map(this::of)
                .filter(now -> !groups.contains(now.grantedTo()))
                .map(now -> "Command " + now.command() + " is granted to the group " + now.grantedTo()
                        + ", which there is not. "
                        + Nearest.to(now.grantedTo(), groups)
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("Add it to permissions.groups, or set commands." + now.words()
                                        + ".granted-to in config.yml."))
                .toList();
    }

    /** What a command requires now, with the operator's overrides. */
    public Requirements of(Requirements declared) {
        return overrides.apply(declared);
    }

    /** @param now what {@link #of} says */
    public boolean permits(Requirements now, UserId user) {
        return permissions.allows(user, now.permission(), now.grantedTo());
    }

    /**
     * Asks for a run of a command that exists in the room and that the sender is permitted to run; a vote counts the sender's voice. Only
     * a run that is admitted uses up anything.
     *
     * @param declared the same object for all calls of one registration
     * @param now what {@link #of} says
     */
    public Admission enter(Requirements declared, Requirements now, Attempt attempt) {
        return now.vote()
                .map(ballot -> vote(ballot, declared, now, attempt))
                .orElseGet(() -> claim(declared, now, attempt.room(), attempt.sender()));
    }

    private Admission vote(Ballot ballot, Requirements declared, Requirements now, Attempt attempt) {
        Room room = attempt.room();
        Peer sender = attempt.sender();
        Player player = attempt.player();
        Undone undone = Undone.of(ballot, player, attempt.position());
        Votes.Motion motion = new Votes.Motion(room.id(), now.command(), attempt.arguments());
        Votes.Scene scene = Votes.Scene.of(room, player, undone.named());
        boolean alone = decidesAlone(now, ballot, sender.userId(), undone);
        synchronized (votes) { // or two last voices at the same time would both run the command
            if (!alone) {
                Votes.Count count = votes.add(motion, ballot, scene, sender.userId());
                if (!count.enough()) {
                    return new Admission.Voted(count.voices(), count.needed(), count.again());
                }
            }
            Admission admission = claim(declared, now, room, sender);
            if (admission instanceof Admission.Admitted) {
                votes.end(motion);
            }
            return admission;
        }
    }

    private Admission claim(Requirements declared, Requirements now, Room room, Peer sender) {
        Optional<Runnable> place = now.concurrency()
                .map(slots -> runs.begin(declared, subject(slots.per(), room, sender), slots.count()))
                .orElse(Optional.of(() -> {}));
        if (place.isEmpty()) {
            return new Admission.Busy(now.concurrency().orElseThrow().per());
        }
        Optional<Admission> cooling = now.cooldown().flatMap(rate -> {
            Duration waitFor =
                    cooldowns.take(new Use(now.command(), rate.per(), subject(rate.per(), room, sender)), rate);
            return waitFor.isZero() ? Optional.empty() : Optional.of(new Admission.CoolingDown(rate.per(), waitFor));
        });
        if (cooling.isPresent()) {
            place.get().run();
            return cooling.get();
        }
        return new Admission.Admitted(place.get());
    }

    /** Every requirement of a command and whether it is met now; counts and uses up nothing. */
    public List<Condition> explain(Requirements declared, Room room, Peer asker, Player player) {
        Requirements now = of(declared);
        List<Condition> conditions = new ArrayList<>();
        conditions.add(new Condition.HasPermission(
                permits(now, asker.userId()),
                now.permission(),
                permissions.groupsWith(now.permission(), now.grantedTo())));
        if (!now.rooms().isEmpty() || !now.enabled()) {
            conditions.add(new Condition.InRoom(now.existsIn(room), now.enabled() ? now.rooms() : List.of()));
        }
        now.vote().ifPresent(ballot -> {
            Votes.Scene scene = Votes.Scene.of(room, player, Optional.empty());
            Votes.Count count = votes.count(room.id(), now.command(), ballot, scene);
            Undone undone = Undone.of(ballot, player, OptionalInt.empty());
            boolean alone = decidesAlone(now, ballot, asker.userId(), undone);
            boolean decides = alone || votes.isLast(room.id(), now.command(), ballot, scene, asker.userId());
            conditions.add(new Condition.Agreed(ballot, count.voices(), count.needed(), decides));
        });
        now.concurrency()
                .ifPresent(slots -> conditions.add(
                        new Condition.NotBusy(slots, runs.underWay(declared, subject(slots.per(), room, asker)))));
        now.cooldown().ifPresent(rate -> {
            Use use = new Use(now.command(), rate.per(), subject(rate.per(), room, asker));
            conditions.add(new Condition.CooledDown(rate, cooldowns.waitFor(use, rate)));
        });
        return conditions;
    }

    private boolean decidesAlone(Requirements now, Ballot ballot, UserId user, Undone undone) {
        return permissions.allows(user, now.force(), Permission.MODERATOR)
                || undone.nothing()
                || (ballot.requesterDecides() && undone.isOf(user));
    }

    private static String subject(Scope per, Room room, Peer sender) {
        return switch (per) {
            case USER -> sender.userId().value();
            case ROOM -> room.id().value();
            case GLOBAL -> "";
        };
    }
}
