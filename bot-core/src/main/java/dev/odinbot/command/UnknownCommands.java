package dev.odinbot.command;

import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.config.Nearest;
import dev.odinbot.signature.Names;
import java.util.List;
import java.util.stream.Stream;

/** What to say of a line that calls nothing the asker may run. */
final class UnknownCommands {

    private static final int MOST_SUGGESTED = 3;
    private static final int MAX_TYPED = 40;

    private UnknownCommands() {}

    /** @param allowed what the asker may run; nothing else is suggested */
    static CommandOutcome.UnknownCommand of(CommandLine line, List<CommandInfo> allowed) {
        String first = line.name();
        int colon = first.indexOf(':');
        return colon > 0 ? ofPlugin(line, first.substring(0, colon + 1), allowed) : among(line, allowed);
    }

    /** @param plugin its id and a colon, behind which all names are taken for those of that plugin */
    private static CommandOutcome.UnknownCommand ofPlugin(CommandLine line, String plugin, List<CommandInfo> allowed) {
        String folded = Names.fold(plugin);
        List<CommandInfo> bare = allowed.stream()
                .filter(command -> Names.fold(command.plugin() + ":").equals(folded))
                .map(command -> CommandInfos.bare(command, folded))
                .toList();
        CommandOutcome.UnknownCommand behind = among(new CommandLine(line.call().substring(plugin.length())), bare);
        return new CommandOutcome.UnknownCommand(
                plugin + behind.name(),
                behind.suggestions().stream().map(folded::concat).toList());
    }

    private static CommandOutcome.UnknownCommand among(CommandLine line, List<CommandInfo> allowed) {
        String first = line.name();
        String second = line.word(line.skipBlanks(first.length()));
        String group = Names.fold(first) + " ";
        List<String> inGroup = allowed.stream()
                .flatMap(command -> Stream.concat(Stream.of(command.name()), command.aliases().stream()))
                .filter(name -> name.startsWith(group))
                .toList();
        if (second.isEmpty() || second.length() > MAX_TYPED || inGroup.isEmpty()) {
            return new CommandOutcome.UnknownCommand(first, NearNames.of(first, allowed));
        }
        String typed = Names.fold(second);
        List<String> near = inGroup.stream()
                .filter(name -> Nearest.edits(typed, name.substring(group.length())) <= Math.max(1, typed.length() / 3))
                .toList();
        return new CommandOutcome.UnknownCommand(
                first + " " + second,
                (near.isEmpty() ? inGroup : near).stream().limit(MOST_SUGGESTED).toList());
    }
}
