package dev.odinbot.odin.client;

import dev.odinbot.api.room.RoomEvent;

/**
 * Hears of one room, one call at a time, in order, on the thread that brings the news: mostly a reader's, but also the
 * timer's or that of who asked to leave. Must hand over at once.
 */
public interface OdinRoomListener {

    void event(RoomEvent event);

    /** @param detail why, for a person; empty when there is nothing to say */
    void stateChanged(OdinRoom.State state, String detail);
}
