package dev.odinbot.signature;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words that call a command, and those that permissions and groups are made of. */
public final class Names {

    /** The pattern of one word: letters and digits of any script, - and _ behind the first. */
    public static final String WORD = "[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*";

    private static final Pattern WHOLE_WORD = Pattern.compile(WORD);

    private Names() {}

    /** The name as it is looked up: case does not matter. */
    public static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What somebody typed as a name, as it is looked up: folded, one blank between two words. */
    public static String typed(String name) {
        return fold(blanks(name));
    }

    /** The text with one blank where there are several, and none at its ends. */
    public static String blanks(String text) {
        return String.join(" ", split(text));
    }

    /** Some words as they are looked up: folded, one blank between them. */
    static String words(List<String> words, Fault.Collector faults) {
        if (words.isEmpty()) {
            faults.add("has no name; begin with one or more words");
        }
        for (String word : words) {
            if (!WHOLE_WORD.matcher(word).matches() || word.codePoints().noneMatch(Character::isLetter)) {
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
