package dev.odinbot.api.text;

import java.text.Normalizer;
import java.util.Locale;

/** Text from strangers (titles, names, typed words) made fit to be shown within a line of ours. */
public final class PlainText {

    private PlainText() {}

    /**
     * The words of the text as they are compared: small letters and digits without accents, one blank between two words. What is
     * written in another way but read alike becomes the same; the text is not bounded.
     */
    public static String words(String text) {
        // By way of capital letters, which make SS of ß; accents are marks of their own once the letters are taken
        // apart.
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}\\p{Cf}]", "")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /**
     * The text on one line: without control, direction and other invisible characters, blanks run together, cut to
     * {@code maxChars} with an ellipsis.
     *
     * @param maxChars at least 1
     */
    public static String line(String text, int maxChars) {
        // Long before the patterns see it: what will not be shown need not be searched.
        String bounded = text.length() > maxChars * 8 ? text.substring(0, maxChars * 8) : text;
        String clean = bounded.replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]", "")
                .strip();
        if (clean.codePointCount(0, clean.length()) <= maxChars) {
            return clean;
        }
        return clean.substring(0, clean.offsetByCodePoints(0, maxChars - 1)).stripTrailing() + "…";
    }
}
