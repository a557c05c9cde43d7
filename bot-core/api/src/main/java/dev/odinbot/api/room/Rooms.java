package dev.odinbot.api.room;

import java.util.List;
import java.util.Optional;

/** The rooms that the bot is in now, or on its way back into. Usable from any thread. */
public interface Rooms {

    /** {@return all of them} */
    List<Room> all();

    /** {@return the one of that name} */
    Optional<Room> find(RoomId id);
}
