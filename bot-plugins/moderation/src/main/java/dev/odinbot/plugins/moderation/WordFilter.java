package dev.odinbot.plugins.moderation;

import dev.odinbot.api.text.PlainText;
import java.util.List;

/** Finds words in lines, however they are written. Immutable. */
final class WordFilter {

    private final List<String> unwanted;

    WordFilter(List<String> words) {
        unwanted = words.stream()
                .map(WordFilter::words)
                .filter(word -> !word.isBlank())
                .toList();
    }

    boolean matches(String line) {
        String words = words(line);
        return unwanted.stream().anyMatch(words::contains);
    }

    /** The words alone, each between blanks. */
    private static String words(String text) {
        return " " + PlainText.words(text) + " ";
    }
}
