package dev.odinbot.command;

import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.config.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which commands somebody may have meant. */
final class NearNames {

    /** Anything is near a name of one or two letters. */
    private static final int MIN_LENGTH = 3;

    private static final int MAX_LENGTH = 60;
    private static final int MOST = 3;

    private NearNames() {}

    /** Names that begin as typed, else the most similar one; nearest first. */
    static List<String> of(String typed, Collection<CommandInfo> commands) {
        String folded = typed.strip().toLowerCase(Locale.ROOT);
        if (folded.length() < MIN_LENGTH || folded.length() > MAX_LENGTH) {
            return List.of();
        }
        List<String> names = commands.stream()
                .flatMap(command -> Stream.concat(Stream.of(command.name()), command.aliases().stream()))
                .filter(name -> name.length() >= MIN_LENGTH && name.indexOf(':') < 0)
                .sorted()
                .toList();
        List<String> beginning = names.stream()
                .filter(name -> name.startsWith(folded))
                .limit(MOST)
                .toList();
        return beginning.isEmpty() ? Nearest.to(folded, names).stream().toList() : beginning;
    }
}
