package dev.odinbot.plugins.moderation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

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

    /**
     * The words alone, each between blanks. By way of capital letters, which make SS of ß; accents, and what is invisible, are marks of
     * their own once the letters are taken apart.
     */
    private static String words(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}\\p{Cf}]", "")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return " " + letters.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }
}
