package dev.odinbot.api.room;

import java.util.List;
import java.util.Optional;

/** A room the bot is in, or on its way back into. Usable from any thread. */
public interface Room {
    RoomId id();

    /** Who is there besides the bot; empty while the bot is not joined. */
    List<Peer> peers();

    Optional<Peer> peer(PeerId id);

    /** The prefix that commands start with in this room, for instance {@code !}. */
    String prefix();

    /** Sends a chat line to everybody; queued under the room's message limit, never dropped silently. */
    void say(String text);

    /** Sends a chat line to one peer. */
    void tell(PeerId peer, String text);
}
