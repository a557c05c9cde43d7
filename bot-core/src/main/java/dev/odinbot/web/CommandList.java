package dev.odinbot.web;

import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.command.CommandInfo.ArgumentInfo;
import dev.odinbot.api.command.CommandInfo.FlagInfo;
import java.util.List;

/**
 * What {@code GET /api/commands} answers; the component names are the JSON keys.
 *
 * @param prefix what commands start with in the room
 */
public record CommandList(String prefix, List<Entry> commands) {

    /** The part of a {@link CommandInfo} that completion needs. */
    public record Entry(
            String name,
            List<String> aliases,
            String usage,
            String description,
            String plugin,
            List<ArgumentInfo> arguments,
            List<FlagInfo> flags) {}

    public static CommandList of(String prefix, List<CommandInfo> commands) {
        return new CommandList(
                prefix,
                commands.stream()
                        .map(command -> new Entry(
                                command.name(),
                                command.aliases(),
                                command.usage(),
                                command.description(),
                                command.plugin(),
                                command.arguments(),
                                command.flags()))
                        .toList());
    }
}
