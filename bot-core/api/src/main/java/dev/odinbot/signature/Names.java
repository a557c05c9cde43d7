package dev.odinbot.signature;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words that call a command. */
public final class Names {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*");

    private Names() {}

    /** The name as it is looked up: case does not matter. */
    public static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Some words as they are looked up: folded, one blank between them. */
    static String words(List<String> words, Fault.Collector faults) {
        if (words.isEmpty()) {
            faults.add("has no name; begin with one or more words");
        }
        for (String word : words) {
            if (!WORD.matcher(word).matches() || word.codePoints().noneMatch(Character::isLetter)) {
                faults.add("'" + word + "' is no name for a command: letters, digits, - and _, at least one letter");
            }
        }
        return fold(String.join(" ", words));
    }

    static List<String> split(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
    }
}
