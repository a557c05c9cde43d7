package dev.odinbot.command;

import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.config.Nearest;
import dev.odinbot.signature.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which commands somebody may have meant. */
final class NearNames {

    /** Anything is near a name of one or two letters. */
    private static final int MIN_LENGTH = 3;

    private static final int MAX_LENGTH = 60;
    private static final int MOST = 3;

    private NearNames() {}

    /** Names and aliases like that one, one for each command, nearest first. */
    static List<String> of(String typed, Collection<CommandInfo> commands) {
        String folded = Names.typed(typed);
        if (folded.length() < MIN_LENGTH || folded.length() > MAX_LENGTH) {
            return List.of();
        }
        int worthwhile = Math.max(1, folded.length() / 3);
        List<Near> near = new ArrayList<>();
        commands.forEach(command -> nearest(folded, command, worthwhile).ifPresent(near::add));
        return near.stream()
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name)
                .limit(MOST)
                .toList();
    }

    private record Near(String name, int distance) {}

    private static Optional<Near> nearest(String typed, CommandInfo command, int worthwhile) {
        int nearest = distance(typed, command.name(), worthwhile);
        String name = command.name();
        for (String alias : command.aliases()) {
            int distance = distance(typed, alias, worthwhile);
            if (distance < nearest) {
                nearest = distance;
                name = alias;
            }
        }
        return nearest <= worthwhile ? Optional.of(new Near(name, nearest)) : Optional.empty();
    }

    /** A beginning counts as the nearest of all; of several words, the first may be the one that was mistyped. */
    private static int distance(String typed, String name, int worthwhile) {
        if (name.length() < MIN_LENGTH || name.indexOf(':') >= 0) {
            return Integer.MAX_VALUE;
        }
        if (name.startsWith(typed)) {
            return 0;
        }
        int blank = name.indexOf(' ');
        int whole = edits(typed, name, worthwhile);
        return blank < 0 ? whole : Math.min(whole, edits(typed, name.substring(0, blank), worthwhile));
    }

    /** Each letter more or less is an edit of its own: most names need no closer look. */
    private static int edits(String typed, String name, int worthwhile) {
        return Math.abs(typed.length() - name.length()) > worthwhile ? Integer.MAX_VALUE : Nearest.edits(typed, name);
    }
}
