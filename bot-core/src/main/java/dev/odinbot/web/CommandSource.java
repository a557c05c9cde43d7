package dev.odinbot.web;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import java.util.Optional;

/** Gives the commands there are; called on any thread, and never blocks. */
public interface CommandSource {

    /**
     * What {@code user} may run in {@code room}; without one, or when nobody of that id is there, what everyone may.
     *
     * @return empty when the bot is not in that room
     */
    Optional<CommandList> commands(RoomId room, Optional<UserId> user);
}
