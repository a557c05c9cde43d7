package dev.odinbot.bot.room;

import dev.odinbot.odin.client.OdinRoom;

/** Hears how a room is doing, on its executor. */
public interface RoomStateListener {

    /** @param detail why, for a person; empty when there is nothing to say */
    void changed(OdinRoom.State state, String detail);
}
