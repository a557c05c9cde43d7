package dev.odinbot.api.command;

import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import java.util.List;

/**
 * Makes a command's argument of what was typed. To convert, called on the room's thread, so it must not wait; what it throws is a fault of the
 * command.
 */
@FunctionalInterface
public interface Converter<T> {

    /**
     * Makes a value of what somebody typed, or says what is wrong with it.
     *
     * @param text one argument, without its quotes; may be empty
     */
    Conversion<T> convert(String text, Call call);

    /**
     * What could be typed here, for completion on the web page; the first fifty are used. Called on any thread whenever somebody begins to
     * type, so it must not wait.
     */
    default List<String> suggestions(Call call) {
        return List.of();
    }

    /** Where and by whom it was typed. */
    record Call(Room room, Peer sender) {}
}
