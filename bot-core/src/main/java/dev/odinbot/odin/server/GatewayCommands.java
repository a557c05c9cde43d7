package dev.odinbot.odin.server;

import dev.odinbot.odin.protocol.GatewayCall;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.token.TokenVerifier.Verdict;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a customer's own programs may do to its rooms through the gateway. Any thread. */
final class GatewayCommands {

    /** Who has written a message that comes from no peer. */
    private static final long NO_PEER = 0;

    private static final long MAX_BAN_SECONDS = Duration.ofDays(365).toSeconds();

    private final Rooms rooms;

    /** The result of all of them. */
    record Done() {}

    @Inject
    GatewayCommands(Rooms rooms) {
        this.rooms = rooms;
    }

    /** What is wrong, when it was not done. */
    Optional<String> carryOut(Verdict.Accepted accepted, GatewayCall call) {
        if (call instanceof GatewayCall.RoomSendMessage send) {
            return inRoom(accepted, send.roomId(), room -> sendMessage(room, send));
        } else if (call instanceof GatewayCall.RoomUpdate update) {
            return inRoom(accepted, update.roomId(), room -> update(room, update.userData()));
        } else if (call instanceof GatewayCall.RoomBanClient ban) {
            return ban(accepted, ban);
        } else if (call instanceof GatewayCall.RoomClose close) {
            return close(accepted, close);
        }
        throw new IllegalArgumentException("Not a command: " + call.getClass().getSimpleName());
    }

    private static Optional<String> sendMessage(Room room, GatewayCall.RoomSendMessage send) {
        if (send.message().length > Limits.MAX_MESSAGE_BYTES) {
            return Optional.of("message too long");
        }
        RoomNotice notice = new RoomNotice.MessageReceived(NO_PEER, send.message());
        room.snapshot().stream()
                .filter(peer -> send.userId() == null || peer.userId().equals(send.userId()))
                .forEach(peer -> peer.tell(notice));
        return Optional.empty();
    }

    private static Optional<String> update(Room room, byte[] userData) {
        if (userData.length > Limits.MAX_USER_DATA_BYTES) {
            return Optional.of("user data too long");
        }
        room.update(userData);
        return Optional.empty();
    }

    private Optional<String> ban(Verdict.Accepted accepted, GatewayCall.RoomBanClient ban) {
        return inRoom(accepted, ban.roomId(), room -> {
            rooms.ban(key(accepted, ban.roomId()), ban.userId(), banTime(ban.banTime()));
            return Optional.empty();
        });
    }

    private Optional<String> close(Verdict.Accepted accepted, GatewayCall.RoomClose close) {
        return inRoom(accepted, close.roomId(), room -> {
            rooms.close(key(accepted, close.roomId()), banTime(close.banTime()));
            return Optional.empty();
        });
    }

    private static Duration banTime(@Nullable Long seconds) {
        return Duration.ofSeconds(seconds == null ? 0 : Math.max(0, Math.min(seconds, MAX_BAN_SECONDS)));
    }

    private Optional<String> inRoom(
            Verdict.Accepted accepted, String roomId, Function<Room, Optional<String>> command) {
        if (accepted.claims().roomIds().stream().noneMatch(roomId::startsWith)) {
            return Optional.of("room not allowed");
        }
        return rooms.find(key(accepted, roomId)).map(command).orElse(Optional.of("room not found"));
    }

    private static RoomKey key(Verdict.Accepted accepted, String roomId) {
        return new RoomKey(accepted.keyId().value(), roomId);
    }
}
