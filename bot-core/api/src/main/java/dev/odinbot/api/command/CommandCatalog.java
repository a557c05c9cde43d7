package dev.odinbot.api.command;

import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import java.util.List;
import java.util.Optional;

/** The commands there are now, of all plugins. Usable from any thread. */
public interface CommandCatalog {

    /** All commands, sorted by name. */
    List<CommandInfo> all();

    /** Those that {@code asker} may run in {@code room}, sorted by name; described in its language. */
    List<CommandInfo> allowed(Room room, Peer asker);

    /** The command of those words or that alias, without prefix. */
    Optional<CommandInfo> find(String name);
}
