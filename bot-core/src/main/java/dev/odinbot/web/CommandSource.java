package dev.odinbot.web;

import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.RoomId;
import java.util.Optional;

/** Gives the commands there are; called on any thread, and never blocks. */
public interface CommandSource {

    /**
     * What {@code peer} may run in {@code room}; without one, or when it is not there, what everyone may.
     *
     * @return empty when the bot is not in that room
     */
    Optional<CommandList> commands(RoomId room, Optional<PeerId> peer);
}
