package dev.odinbot.bot;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.Moderation;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.Text;
import dev.odinbot.bot.room.BotRooms;
import dev.odinbot.bot.room.ChatCodec;
import dev.odinbot.bot.room.ChatCodec.Form;
import dev.odinbot.bot.room.Words;
import dev.odinbot.odin.client.GatewayCommands;
import dev.odinbot.odin.protocol.GatewayCall;
import dev.odinbot.text.MessageBundles;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moderates through the gateway, with the key of the room. */
final class GatewayModeration implements Moderation {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayModeration.class);
    private static final Duration SHORTEST_BAN = Duration.ofSeconds(1);
    private static final Duration LONGEST_BAN = Duration.ofDays(365);

    private final GatewayCommands gateway;
    private final RoomAccess access;
    private final BotRooms rooms;
    private final CurrentConfig config;

    @Inject
    GatewayModeration(GatewayCommands gateway, RoomAccess access, BotRooms rooms, CurrentConfig config) {
        this.gateway = gateway;
        this.access = access;
        this.rooms = rooms;
        this.config = config;
    }

    @Override
    public CompletionStage<Outcome> kick(RoomId room, UserId user) {
        return refuseOwn(user)
                .orElseGet(() -> carryOut(
                        room,
                        new GatewayCall.RoomBanClient(room.value(), user.value(), null),
                        Text.key("host.kicked", user, room)));
    }

    @Override
    public CompletionStage<Outcome> ban(RoomId room, UserId user, Duration time) {
        if (time.compareTo(SHORTEST_BAN) < 0 || time.compareTo(LONGEST_BAN) > 0) {
            return refused(Text.key("host.ban.length"));
        }
        return refuseOwn(user)
                .orElseGet(() -> carryOut(
                        room,
                        new GatewayCall.RoomBanClient(room.value(), user.value(), time.toSeconds()),
                        Text.key("host.banned", user, room, words(time))));
    }

    @Override
    public CompletionStage<Outcome> close(RoomId room, Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST_BAN) > 0) {
            return refused(Text.key("host.close.length"));
        }
        boolean openAgain = time.toSeconds() == 0;
        return tellOfClosing(room, openAgain ? Text.key("closing") : Text.key("closing.for", words(time)))
                .thenCompose(told -> carryOut(
                        room,
                        new GatewayCall.RoomClose(room.value(), openAgain ? null : time.toSeconds()),
                        openAgain ? Text.key("host.closed", room) : Text.key("host.closed.for", room, words(time))));
    }

    /** Completes when the server has it: afterwards there is nobody to hear it. A room that cannot be told is closed all the same. */
    private CompletionStage<Void> tellOfClosing(RoomId room, Text text) {
        return announce(room, Words.of(text, locale(room))).thenAccept(outcome -> {
            if (outcome instanceof Outcome.Refused refused) {
                LOG.warn(
                        "Room {}: nobody was told that it is being closed: {}",
                        room,
                        MessageBundles.english(refused.reason()));
            }
        });
    }

    private Locale locale(RoomId room) {
        return rooms.running(room)
                .map(running -> running.chat().locale())
                .orElseGet(() -> Locale.forLanguageTag(config.now().bot().locale()));
    }

    @Override
    public CompletionStage<Outcome> announce(RoomId room, String text) {
        if (text.isBlank() || text.length() > ChatCodec.MESSAGE_CHARS) {
            return refused(Text.key("host.announce.length", ChatCodec.MESSAGE_CHARS));
        }
        return carryOut(
                room,
                new GatewayCall.RoomSendMessage(room.value(), null, ChatCodec.encode(text, Form.PLAIN)),
                Text.key("host.announced", room));
    }

    private Optional<CompletionStage<Outcome>> refuseOwn(UserId user) {
        return access.ownUser().equals(user) ? Optional.of(refused(Text.key("host.moderate.self"))) : Optional.empty();
    }

    private CompletionStage<Outcome> carryOut(RoomId room, GatewayCall call, Text done) {
        return access.authority(room)
                .map(authority -> gateway.carryOut(authority, room, call)
                        .thenApply(refusal -> refusal.map(why -> Outcome.refused(Text.key("host.moderate.failed", why)))
                                .orElseGet(() -> Outcome.done(done))))
                .orElseGet(() -> refused(Text.key("host.moderate.no-key", room)));
    }

    private static CompletionStage<Outcome> refused(Text reason) {
        return CompletableFuture.completedFuture(Outcome.refused(reason));
    }

    /** In the largest unit that it is whole in. */
    private static String words(Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + " d";
        } else if (seconds % 3_600 == 0) {
            return seconds / 3_600 + " h";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
