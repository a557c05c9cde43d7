package dev.odinbot.bot;

import java.util.ArrayList;
import java.util.List;

/** Cuts long texts into messages, at line ends if there are any, else at blanks. */
final class Cut {

    /** Longest message, in characters; the room page shows 4000, people read less. */
    static final int MESSAGE_CHARS = 1800;

    private Cut() {}

    static List<String> intoMessages(String text) {
        return into(MESSAGE_CHARS, text);
    }

    /** @return at least one; none longer than {@code maxChars}, at least 2 */
    static List<String> into(int maxChars, String text) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (rest.length() > maxChars) {
            int end = end(rest, maxChars);
            pieces.add(rest.substring(0, end));
            boolean atGap = rest.charAt(end) == '\n' || rest.charAt(end) == ' ';
            rest = rest.substring(atGap ? end + 1 : end);
        }
        pieces.add(rest);
        return pieces;
    }

    private static int end(String text, int maxChars) {
        int lineEnd = text.lastIndexOf('\n', maxChars);
        if (lineEnd > 0) {
            return lineEnd;
        }
        int blank = text.lastIndexOf(' ', maxChars);
        if (blank > 0) {
            return blank;
        }
        return Character.isHighSurrogate(text.charAt(maxChars - 1)) ? maxChars - 1 : maxChars;
    }
}
