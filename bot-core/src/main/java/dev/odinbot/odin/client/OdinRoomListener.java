package dev.odinbot.odin.client;

import dev.odinbot.api.room.RoomEvent;

/** Hears of one room, on reader threads, one call at a time, in order. Must hand over at once. */
public interface OdinRoomListener {

    void event(RoomEvent event);

    /** @param detail why, for a person; empty when there is nothing to say */
    void stateChanged(OdinRoom.State state, String detail);
}
