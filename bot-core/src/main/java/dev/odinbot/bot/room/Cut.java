package dev.odinbot.bot.room;

import java.util.ArrayList;
import java.util.List;

/** Cuts long texts into messages, at line ends if there are any, else at blanks. */
final class Cut {

    private Cut() {}

    static List<String> intoMessages(String text) {
        return into(ChatCodec.MESSAGE_CHARS, text);
    }

    /** @return at least one; none longer than {@code maxChars}, at least 2 */
    static List<String> into(int maxChars, String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from > maxChars) {
            int end = end(text, from, from + maxChars);
            pieces.add(text.substring(from, end));
            boolean atGap = text.charAt(end) == '\n' || text.charAt(end) == ' ';
            from = atGap ? end + 1 : end;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /** Where the piece that begins at {@code from} ends, at {@code limit} at the latest. */
    private static int end(String text, int from, int limit) {
        int lineEnd = last('\n', text, from, limit);
        if (lineEnd > from) {
            return lineEnd;
        }
        int blank = last(' ', text, from, limit);
        if (blank > from) {
            return blank;
        }
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }

    /** Not by String.lastIndexOf, which would look through all pieces before. */
    private static int last(char gap, String text, int from, int limit) {
        int at = limit;
        while (at > from && text.charAt(at) != gap) {
            at--;
        }
        return at;
    }
}
