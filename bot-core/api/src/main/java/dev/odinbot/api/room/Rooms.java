package dev.odinbot.api.room;

import java.util.List;
import java.util.Optional;

/** The rooms that the bot is in now, or on its way back into. Usable from any thread. */
public interface Rooms {

    List<Room> all();

    Optional<Room> find(RoomId id);
}
