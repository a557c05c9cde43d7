package dev.odinbot.command.argument;

import java.util.List;

/** Which suggestions go on from what was begun. */
final class Completion {

    private static final int MOST = 50;

    private Completion() {}

    static List<String> of(List<String> suggestions, String begun) {
        String plain = begun.startsWith("\"") ? begun.substring(1) : begun;
        return suggestions.stream()
                .filter(suggestion -> suggestion.regionMatches(true, 0, plain, 0, plain.length()))
                .map(Completion::quoted)
                .limit(MOST)
                .toList();
    }

    static List<String> ofFlags(List<String> names, String begun) {
        return names.stream()
                .filter(name -> name.regionMatches(true, 0, begun, 0, begun.length()))
                .toList();
    }

    /** As it must be typed to be one word, and no flag. */
    static String quoted(String word) {
        boolean plain = !word.isEmpty()
                && word.charAt(0) != '-'
                && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_.:/%+@".indexOf(c) >= 0);
        return plain ? word : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
