package dev.odinbot.plugins.moderation;

import dev.odinbot.api.Default;
import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.Moderation;
import dev.odinbot.api.admin.Permissions;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.PlainText;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What moderators do by hand. */
final class ModerationCommands {

    private static final int MAX_NAME = 60;

    private final Moderation moderation;
    private final Permissions permissions;

    ModerationCommands(Moderation moderation, Permissions permissions) {
        this.moderation = moderation;
        this.permissions = permissions;
    }

    @Command("kick <peer>")
    @Permission(grantedTo = Permission.MODERATOR)
    @Description("Throws somebody out; they may come back.")
    @Example("kick Anna")
    CompletionStage<Reply> kick(Room room, Peer sender, Peer peer) {
        if (immune(sender, peer.userId())) {
            return refused(peer.userId());
        }
        return moderation
                .kick(room.id(), peer.userId())
                .thenApply(outcome -> reply(outcome, Reply.key("kicked", name(peer.displayName()))));
    }

    @Command("ban <user> <duration>")
    @Permission(grantedTo = Permission.MODERATOR)
    @Description("Throws somebody out and keeps them out for that long.")
    @Example("ban user-1 2h")
    CompletionStage<Reply> ban(Room room, Peer sender, UserId user, Duration duration) {
        if (immune(sender, user)) {
            return refused(user);
        }
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return CompletableFuture.completedFuture(Reply.key("ban.short"));
        }
        boolean present = room.peers().stream().anyMatch(peer -> peer.userId().equals(user));
        Reply done = Reply.key(present ? "banned" : "banned.absent", name(user.value()), time(duration));
        return moderation.ban(room.id(), user, duration).thenApply(outcome -> reply(outcome, done));
    }

    @Command("close [duration]")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Throws everybody out of this room, the bot too, and keeps it closed for that long.")
    @Example({"close", "close 1h"})
    CompletionStage<Reply> close(Room room, @Default("0") Duration duration) {
        return moderation.close(room.id(), duration).thenApply(outcome -> reply(outcome, Reply.key("closed")));
    }

    @Command("announce <text>")
    @Permission(grantedTo = Permission.MODERATOR)
    @Description("Says something to everybody in the server's name.")
    @Example("announce The concert begins in five minutes.")
    CompletionStage<Reply> announce(Room room, @Rest String text) {
        return moderation.announce(room.id(), text).thenApply(outcome -> reply(outcome, Reply.silent()));
    }

    /** So that a moderator cannot turn out the owner. */
    private boolean immune(Peer sender, UserId target) {
        return permissions.allows(target, "moderation.immune", Permission.OWNER)
                && !permissions.allows(sender.userId(), "moderation.immune", Permission.OWNER);
    }

    private static CompletionStage<Reply> refused(UserId user) {
        return CompletableFuture.completedFuture(Reply.key("immune", name(user.value())));
    }

    private static Reply reply(Outcome outcome, Reply done) {
        return outcome instanceof Outcome.Refused refused ? Reply.of(refused.reason()) : done;
    }

    private static String name(String name) {
        return PlainText.line(name, MAX_NAME);
    }

    /** {@code 1d 2h 30m}. */
    private static String time(Duration time) {
        String text = part(time.toDays(), "d")
                + part(time.toHoursPart(), "h")
                + part(time.toMinutesPart(), "m")
                + part(time.toSecondsPart(), "s");
        return text.strip();
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit + " ";
    }
}
