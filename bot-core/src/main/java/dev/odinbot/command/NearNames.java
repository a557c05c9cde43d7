package dev.odinbot.command;

import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.config.Nearest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which commands somebody may have meant. */
final class NearNames {

    /** Anything is near a name of one or two letters. */
    private static final int MIN_LENGTH = 3;

    private static final int MAX_LENGTH = 60;
    private static final int MOST = 3;

    private NearNames() {}

    /** Names and aliases like that one, one for each command, nearest first. */
    static List<String> of(String typed, Collection<CommandInfo> commands) {
        String folded = typed.strip().toLowerCase(Locale.ROOT);
        if (folded.length() < MIN_LENGTH || folded.length() > MAX_LENGTH) {
            return List.of();
        }
        int worthwhile = Math.max(1, folded.length() / 3);
        return commands.stream()
                .flatMap(command -> nearest(folded, command).stream())
                .filter(near -> near.distance() <= worthwhile)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name)
                .limit(MOST)
                .toList();
    }

    private record Near(String name, int distance) {}

    private static Optional<Near> nearest(String typed, CommandInfo command) {
        return Stream.concat(Stream.of(command.name()), command.aliases().stream())
                .filter(name -> name.length() >= MIN_LENGTH && name.indexOf(':') < 0)
                .map(name -> new Near(name, distance(typed, name)))
                .min(Comparator.comparingInt(Near::distance));
    }

    /** A beginning counts as the nearest of all; of several words, the first may be the one that was mistyped. */
    private static int distance(String typed, String name) {
        if (name.startsWith(typed)) {
            return 0;
        }
        int blank = name.indexOf(' ');
        int whole = Nearest.edits(typed, name);
        return blank < 0 ? whole : Math.min(whole, Nearest.edits(typed, name.substring(0, blank)));
    }
}
