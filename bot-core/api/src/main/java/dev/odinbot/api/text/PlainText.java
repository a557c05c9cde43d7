package dev.odinbot.api.text;

/** Text from strangers (titles, names, typed words) made fit to be shown within a line of ours. */
public final class PlainText {

    private PlainText() {}

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
