package dev.odinbot.bot;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.Moderation;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.Text;
import dev.odinbot.bot.ChatCodec.Form;
import dev.odinbot.odin.client.GatewayCommands;
import dev.odinbot.odin.protocol.GatewayCall;
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
                        user + " was thrown out of " + room + "."));
    }

    @Override
    public CompletionStage<Outcome> ban(RoomId room, UserId user, Duration time) {
        if (time.compareTo(SHORTEST_BAN) < 0 || time.compareTo(LONGEST_BAN) > 0) {
            return refused("A ban lasts from a second to 365 days.");
        }
        return refuseOwn(user)
                .orElseGet(() -> carryOut(
                        room,
                        new GatewayCall.RoomBanClient(room.value(), user.value(), time.toSeconds()),
                        user + " was thrown out of " + room + " and may come back in " + words(time) + "."));
    }

    @Override
    public CompletionStage<Outcome> close(RoomId room, Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST_BAN) > 0) {
            return refused("A room is closed for 0 seconds to 365 days.");
        }
        boolean openAgain = time.toSeconds() == 0;
        return tellOfClosing(room, openAgain ? Text.key("closing") : Text.key("closing.for", words(time)))
                .thenCompose(told -> carryOut(
                        room,
                        new GatewayCall.RoomClose(room.value(), openAgain ? null : time.toSeconds()),
                        room + " is closed" + (openAgain ? "." : ", for " + words(time) + ".")));
    }

    /** Completes when the server has it: afterwards there is nobody to hear it. A room that cannot be told is closed all the same. */
    private CompletionStage<Void> tellOfClosing(RoomId room, Text text) {
        return announce(room, Words.of(text, locale(room))).thenAccept(outcome -> {
            if (outcome instanceof Outcome.Refused refused) {
                LOG.warn("Room {}: nobody was told that it is being closed: {}", room, refused.reason());
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
        if (text.isBlank() || text.length() > Cut.MESSAGE_CHARS) {
            return refused("An announcement has 1 to " + Cut.MESSAGE_CHARS + " characters.");
        }
        return carryOut(
                room,
                new GatewayCall.RoomSendMessage(room.value(), null, ChatCodec.encode(text, Form.PLAIN)),
                "It was said to everybody in " + room + ".");
    }

    private Optional<CompletionStage<Outcome>> refuseOwn(UserId user) {
        return access.ownUser().equals(user)
                ? Optional.of(refused("That is the bot itself; let it leave the room instead."))
                : Optional.empty();
    }

    private CompletionStage<Outcome> carryOut(RoomId room, GatewayCall call, String done) {
        return access.authority(room)
                .map(authority -> gateway.carryOut(authority, room, call)
                        .thenApply(refusal -> refusal.map(why -> Outcome.refused("It was not done: " + why + "."))
                                .orElseGet(() -> Outcome.done(done))))
                .orElseGet(() -> refused("Nobody knows which of odin.keys is for the room " + room
                        + "; put it under rooms in config.yml, or let the bot join it."));
    }

    private static CompletionStage<Outcome> refused(String reason) {
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
