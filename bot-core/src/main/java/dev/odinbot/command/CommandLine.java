package dev.odinbot.command;

import java.util.Optional;

/**
 * A line that calls something.
 *
 * @param name as typed, without prefix
 * @param arguments all behind the name, as typed
 */
record CommandLine(String name, String arguments) {

    /**
     * Splits a line; empty when it is just talk: no prefix, nothing behind it, or something that no command could be
     * called ({@code "!!!"}, {@code "! hello"}, {@code "!100"}).
     */
    static Optional<CommandLine> parse(String line, String prefix) {
        String text = line.strip();
        if (!text.regionMatches(true, 0, prefix, 0, prefix.length())) {
            return Optional.empty();
        }
        String call = text.substring(prefix.length());
        int end = 0;
        while (end < call.length() && !Character.isWhitespace(call.charAt(end))) {
            end++;
        }
        String name = call.substring(0, end);
        return callable(name)
                ? Optional.of(new CommandLine(name, call.substring(end).strip()))
                : Optional.empty();
    }

    private static boolean callable(String name) {
        return !name.isEmpty()
                && Character.isLetterOrDigit(name.codePointAt(0))
                && name.codePoints().anyMatch(Character::isLetter);
    }
}
