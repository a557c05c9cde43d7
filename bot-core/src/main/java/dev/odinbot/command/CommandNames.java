package dev.odinbot.command;

import dev.odinbot.api.text.Text;
import dev.odinbot.signature.Names;
import java.util.List;
import java.util.Optional;

/** Names of commands within a sentence. */
final class CommandNames {

    private CommandNames() {}

    /** {@code !a}, {@code !a or !b}, {@code !a, !b or !c}; empty when there are no names. */
    static Optional<Text> anyOf(List<String> names, String prefix) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        int last = names.size() - 1;
        String all = prefix + String.join(", " + prefix, names.subList(0, Math.max(1, last)));
        return Optional.of(last == 0 ? Text.of(all) : Text.key("list.or", all, prefix + names.get(last)));
    }

    /** What somebody typed as the name of a command: with one blank between words, without the prefix, which many type too. */
    static String plain(String typed, String prefix) {
        String name = Names.typed(typed);
        return name.startsWith(Names.fold(prefix)) ? name.substring(prefix.length()) : name;
    }
}
