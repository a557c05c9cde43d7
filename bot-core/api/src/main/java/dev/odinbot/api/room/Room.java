package dev.odinbot.api.room;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A room the bot is in, or on its way back into. Usable from any thread. */
public interface Room {
    /** {@return the name of the room} */
    RoomId id();

    /** Who is there besides the bot; empty while the bot is not joined. */
    List<Peer> peers();

    /** {@return the peer of that id, while it is there} */
    Optional<Peer> peer(PeerId id);

    /** The prefix that commands start with in this room, for instance {@code !}. */
    String prefix();

    /** The language that the bot speaks in this room. */
    Locale locale();

    /**
     * Sends chat lines to everybody. Queued under the room's message limit, lines that wait going out together; text that does not fit
     * into one message is cut into several at its line ends; never dropped silently.
     */
    void say(String text);

    /** Sends a chat line to one peer. */
    void tell(PeerId peer, String text);
}
