package dev.odinbot.odin.client;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserData;
import dev.odinbot.api.room.UserId;
import dev.odinbot.odin.token.AccessKey;
import java.net.URI;

/** Joins rooms; any number per process, each with its own key and connection. */
public interface OdinClient extends AutoCloseable {

    /** Starts to join and returns at once; how it goes is told to the listener. */
    OdinRoom join(Entry entry, OdinRoomListener listener);

    /** Leaves every room and closes what they shared. */
    @Override
    void close();

    /** What it takes to join a room. */
    record Entry(URI gateway, AccessKey key, RoomId room, UserId user, UserData userData) {}
}
