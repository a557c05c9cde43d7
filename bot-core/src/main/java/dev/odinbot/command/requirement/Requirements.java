package dev.odinbot.command.requirement;

import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Scope;
import dev.odinbot.api.command.Vote;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.Text;
import dev.odinbot.signature.Names;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one command requires. Immutable.
 *
 * @param command {@code plugin:words}, under which the operator's overrides and all that is counted are kept
 * @param permission what the asker must have
 * @param grantedTo the group that has it unless an operator says otherwise
 * @param rooms ids of those in which the command exists; empty = all
 * @param enabled false when the operator switched the command off: it exists nowhere
 */
public record Requirements(
        String command,
        String permission,
        String grantedTo,
        Optional<Rate> cooldown,
        Optional<Slots> concurrency,
        Optional<Ballot> vote,
        List<String> rooms,
        boolean enabled) {

    /** {@code burst} runs at once, then one a {@code period}. */
    public record Rate(Duration period, int burst, Scope per) {}

    /** So many runs at the same time. */
    public record Slots(int count, Scope per) {}

    /**
     * @param share of those present, above 0, at most 1
     * @param requesterDecides whether who asked for all that is undone, or for the playing track, decides alone
     */
    public record Ballot(double share, boolean requesterDecides, Vote.Undoes undoes) {}

    public Requirements {
        rooms = List.copyOf(rooms);
    }

    /**
     * As the annotations of a command's method say; what is wrong with them goes to {@code faults}.
     *
     * @param words that call the command, in lower case, one blank between two
     */
    public static Requirements read(Method method, String plugin, String words, List<String> faults) {
        return new AnnotationReader(method, faults).read(plugin, words);
    }

    /** Of a command without any annotation: everyone may run it, anywhere, at any time. */
    public static Requirements none(String plugin, String words) {
        return new Requirements(
                key(plugin, words),
                permission(plugin, words),
                Permission.EVERYONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true);
    }

    /** The words that call the command. */
    public String words() {
        return command.substring(command.indexOf(':') + 1);
    }

    /** The permission that lets a user decide alone what others vote about. */
    public String force() {
        return permission + ".force";
    }

    /** Whether the command exists in {@code room}; where it does not, it is unknown. */
    public boolean existsIn(Room room) {
        return enabled && (rooms.isEmpty() || rooms.contains(room.id().value()));
    }

    /** What holds besides the permission, a sentence of the core's bundles each. */
    public List<Text> describe() {
        List<Text> sentences = new ArrayList<>();
        cooldown.map(ConditionText::of).ifPresent(sentences::add);
        concurrency.map(ConditionText::of).ifPresent(sentences::add);
        vote.map(ConditionText::of).ifPresent(sentences::add);
        if (!rooms.isEmpty()) {
            sentences.add(ConditionText.rooms(rooms));
        }
        return sentences;
    }

    static String key(String plugin, String words) {
        return Names.typed(plugin) + ":" + Names.typed(words);
    }

    static String permission(String plugin, String words) {
        return Names.typed(plugin) + "." + Names.typed(words).replace(' ', '.');
    }
}
