package dev.odinbot.command;

import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.config.Nearest;
import dev.odinbot.signature.Names;
import java.util.List;

/** What to say of a line that calls nothing the asker may run. */
final class UnknownCommands {

    private static final int MOST_SUGGESTED = 3;
    private static final int MAX_TYPED = 40;

    private UnknownCommands() {}

    /** @param allowed what the asker may run; nothing else is suggested */
    static CommandOutcome.UnknownCommand of(CommandLine line, List<CommandInfo> allowed) {
        String first = line.name();
        String second = line.word(line.skipBlanks(first.length()));
        String group = Names.fold(first) + " ";
        List<String> inGroup = allowed.stream()
                .map(CommandInfo::name)
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
