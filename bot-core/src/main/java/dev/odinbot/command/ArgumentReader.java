package dev.odinbot.command;

import java.util.Map;
import java.util.Optional;

/**
 * Takes the arguments of a line one after the other.
 *
 * <p>An argument ends at a blank, or is enclosed in one of several pairs of quotes. A backslash makes a quote, a blank or
 * a backslash behind it an ordinary character, and is one itself before anything else.
 */
final class ArgumentReader {

    private static final Map<Character, Character> CLOSING_QUOTES =
            Map.of('"', '"', '\'', '\'', '`', '`', '“', '”', '„', '“', '‘', '’', '«', '»', '»', '«', '「', '」');

    private final String text;
    private int at;

    ArgumentReader(String text) {
        this.text = text;
        skipBlanks();
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** All that is left, as typed. */
    String rest() {
        String rest = text.substring(at).stripTrailing();
        at = text.length();
        return rest;
    }

    /** The next argument. Call only when not {@link #atEnd}. */
    Token next() {
        char first = text.charAt(at);
        Optional<Character> closing = Optional.ofNullable(CLOSING_QUOTES.get(first));
        if (closing.isPresent()) {
            at++;
        }
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length() && escapable(text.charAt(at))) {
                value.append(text.charAt(at++));
            } else if (closing.isPresent() ? c == closing.get() : Character.isWhitespace(c)) {
                skipBlanks();
                return new Token(value.toString(), Optional.empty());
            } else {
                value.append(c);
            }
        }
        return new Token(value.toString(), closing.map(quote -> String.valueOf(first)));
    }

    private static boolean escapable(char c) {
        return c == '\\'
                || Character.isWhitespace(c)
                || CLOSING_QUOTES.containsKey(c)
                || CLOSING_QUOTES.containsValue(c);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** @param unclosedQuote the quote that opened the argument, if nothing closed it */
    record Token(String text, Optional<String> unclosedQuote) {}
}
