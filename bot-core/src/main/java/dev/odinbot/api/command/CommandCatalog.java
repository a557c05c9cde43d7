package dev.odinbot.api.command;

import java.util.List;
import java.util.Optional;

/** The commands there are now, of all plugins. Usable from any thread. */
public interface CommandCatalog {

    /** All commands, sorted by name. */
    List<CommandInfo> all();

    /** The command of that name or alias, without prefix. */
    Optional<CommandInfo> find(String name);

    /** The known name or alias most like {@code name}, if any is near enough to be what was meant. */
    Optional<String> nearest(String name);
}
