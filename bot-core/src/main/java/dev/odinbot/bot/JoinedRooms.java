package dev.odinbot.bot;

import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.Rooms;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The bot's rooms as plugins see them. */
final class JoinedRooms implements Rooms {

    private final BotRooms rooms;

    @Inject
    JoinedRooms(BotRooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public List<Room> all() {
        return rooms.all().stream()
                .<Room>map(room -> new RoomChat(room.odin(), room.settings().prefix()))
                .toList();
    }

    @Override
    public Optional<Room> find(RoomId id) {
        return all().stream().filter(room -> room.id().equals(id)).findFirst();
    }
}
