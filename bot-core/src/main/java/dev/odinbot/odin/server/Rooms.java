package dev.odinbot.odin.server;

import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.time.Ticker;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All rooms that somebody is in, and who may not come back to which. Any thread. */
final class Rooms {

    private final Ticker ticker;
    private final MediaIds mediaIds = new MediaIds();
    private final Map<RoomKey, Room> rooms = new ConcurrentHashMap<>();
    private final Map<Ban, Long> bannedUntilNanos = new ConcurrentHashMap<>();

    /** @param userId null = everybody */
    private record Ban(RoomKey room, @Nullable String userId) {}

    @Inject
    Rooms(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Opens the room when it is the first; false when the server is full. */
    boolean join(RoomKey key, RoomPeer peer) {
        List<Integer> ids = mediaIds.take(Limits.MEDIAS_PER_PEER);
        if (ids.isEmpty()) {
            return false;
        }
        rooms.compute(key, (same, room) -> {
            Room joined = room == null ? new Room(key) : room;
            joined.add(peer, ids);
            return joined;
        });
        return true;
    }

    /** Closes the room when it was the last. */
    void leave(RoomKey key, RoomPeer peer) {
        rooms.computeIfPresent(key, (same, room) -> room.remove(peer) ? null : room);
        mediaIds.giveBack(peer.mediaIds());
    }

    Optional<Room> find(RoomKey key) {
        return Optional.ofNullable(rooms.get(key));
    }

    int count() {
        return rooms.size();
    }

    /** Sends every peer of the user away, and keeps it away for {@code time}, from new joins. */
    void ban(RoomKey key, String userId, Duration time) {
        ban(new Ban(key, userId), time);
        peersIn(key).stream()
                .filter(peer -> peer.userId().equals(userId))
                .forEach(peer -> peer.dismiss(RoomUpdate.Left.PEER_KICKED));
    }

    /** Sends everybody away, and lets nobody in for {@code time}. */
    void close(RoomKey key, Duration time) {
        ban(new Ban(key, null), time);
        peersIn(key).forEach(peer -> peer.dismiss(RoomUpdate.Left.ROOM_CLOSING));
    }

    private List<RoomPeer> peersIn(RoomKey key) {
        return find(key).map(Room::snapshot).orElse(List.of());
    }

    private void ban(Ban ban, Duration time) {
        forgetOldBans();
        bannedUntilNanos.put(ban, ticker.nanos() + time.toNanos());
    }

    boolean isBanned(RoomKey key, String userId) {
        return isInForce(new Ban(key, userId)) || isInForce(new Ban(key, null));
    }

    private boolean isInForce(Ban ban) {
        Long until = bannedUntilNanos.get(ban);
        return until != null && until - ticker.nanos() > 0;
    }

    private void forgetOldBans() {
        long now = ticker.nanos();
        bannedUntilNanos.values().removeIf(until -> until - now <= 0);
    }

    /** Says good-bye to everybody. */
    void close() {
        rooms.values().forEach(room -> room.dismissAll(RoomUpdate.Left.SERVER_CLOSING));
    }
}
