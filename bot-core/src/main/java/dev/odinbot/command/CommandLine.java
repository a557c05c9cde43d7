package dev.odinbot.command;

import java.util.Optional;

/**
 * A line that calls something.
 *
 * @param call all behind the prefix, as typed, without blanks at its ends
 */
record CommandLine(String call) {

    /**
     * Takes off the prefix; empty when it is just talk: no prefix, nothing behind it, or something that no command could be
     * called ({@code "!!!"}, {@code "! hello"}, {@code "!100"}).
     */
    static Optional<CommandLine> parse(String line, String prefix) {
        String text = line.strip();
        if (!text.regionMatches(true, 0, prefix, 0, prefix.length())) {
            return Optional.empty();
        }
        String call = text.substring(prefix.length());
        return callable(call) ? Optional.of(new CommandLine(call)) : Optional.empty();
    }

    private static boolean callable(String call) {
        if (call.isEmpty() || !Character.isLetterOrDigit(call.codePointAt(0))) {
            return false;
        }
        int letter;
        for (int i = 0; i < call.length(); i += Character.charCount(letter)) {
            letter = call.codePointAt(i);
            if (Character.isLetter(letter) || Character.isWhitespace(letter)) {
                return Character.isLetter(letter);
            }
        }
        return false;
    }

    /** The first word. */
    String name() {
        return word(0);
    }

    /** The word that begins at {@code start}; empty at the end of the line. */
    String word(int start) {
        int end = start;
        while (end < call.length() && !Character.isWhitespace(call.charAt(end))) {
            end++;
        }
        return call.substring(start, end);
    }

    /** Where the next word begins behind {@code end}. */
    int skipBlanks(int end) {
        int start = end;
        while (start < call.length() && Character.isWhitespace(call.charAt(start))) {
            start++;
        }
        return start;
    }
}
