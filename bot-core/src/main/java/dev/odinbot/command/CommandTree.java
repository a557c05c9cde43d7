package dev.odinbot.command;

import dev.odinbot.command.CommandIndex.Listed;
import dev.odinbot.command.CommandIndex.Match;
import dev.odinbot.signature.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commands by their words, one level a word. Not changed once it is made. */
final class CommandTree {

    private final Map<String, CommandTree> branches = new HashMap<>();
    private @Nullable Listed command;

    static CommandTree of(Map<String, Listed> byName) {
        CommandTree root = new CommandTree();
        byName.forEach((name, command) -> {
            CommandTree branch = root;
            for (String word : name.split(" ", -1)) {
                branch = branch.branches.computeIfAbsent(word, unused -> new CommandTree());
            }
            branch.command = command;
        });
        return root;
    }

    Optional<Match> match(CommandLine line) {
        CommandTree branch = this;
        Listed longest = null;
        int longestEnd = 0;
        int start = 0;
        while (!branch.branches.isEmpty()) {
            String word = line.word(start);
            branch = branch.branches.get(Names.fold(word));
            if (branch == null) {
                break;
            }
            int end = start + word.length();
            start = line.skipBlanks(end);
            if (branch.command != null) {
                longest = branch.command;
                longestEnd = start;
            }
        }
        return longest == null
                ? Optional.empty()
                : Optional.of(new Match(longest, line.call().substring(longestEnd)));
    }
}
