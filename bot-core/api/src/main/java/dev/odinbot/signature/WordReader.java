package dev.odinbot.signature;

/**
 * Takes the words of a line one after the other.
 *
 * <p>A word ends at a blank, or is enclosed in one of several pairs of quotes. A backslash makes a quote, a blank or a backslash behind
 * it an ordinary character, and is one itself before anything else.
 */
final class WordReader {

    private static final String OPENING = "\"'`“„‘«»「";
    private static final String CLOSING = "\"'`”“’»«」";

    private final String text;
    private int at;
    private String unclosedQuote = "";
    /** One bit for each opening quote that nothing closes from here on, lest every one of them reads the line to its end. */
    private int neverClosed;

    WordReader(String text) {
        this.text = text;
        skipBlanks();
    }

    boolean atEnd() {
        return at == text.length();
    }

    int position() {
        return at;
    }

    /** What was typed between two positions, without blanks at its end. */
    String typed(int from, int to) {
        return text.substring(from, to).stripTrailing();
    }

    /** All that is left, as typed. */
    String rest() {
        String rest = text.substring(at).stripTrailing();
        at = text.length();
        return rest;
    }

    /** The next word. Call only when not {@link #atEnd}. */
    String next() {
        int quote = OPENING.indexOf(text.charAt(at));
        unclosedQuote = "";
        if (quote < 0) {
            int end = bareEnd(at);
            String word = text.substring(at, end);
            if (word.indexOf('\\') < 0) {
                moveTo(end);
                return word;
            }
        }
        return unescaped(quote);
    }

    private String unescaped(int quote) {
        int start = at;
        StringBuilder word = new StringBuilder();
        int i = quote < 0 ? at : at + 1;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c == '\\' && i < text.length() && escapable(text.charAt(i))) {
                word.append(text.charAt(i++));
            } else if (quote < 0 ? Character.isWhitespace(c) : c == CLOSING.charAt(quote)) {
                moveTo(i);
                return word.toString();
            } else {
                word.append(c);
            }
        }
        at = i;
        unclosedQuote = quote < 0 ? "" : text.substring(start, start + 1);
        return word.toString();
    }

    /** The quote that opened the last word and that nothing closed; empty when there was none. */
    String unclosedQuote() {
        return unclosedQuote;
    }

    /** Moves behind the next word; a quote that nothing closes is taken for an ordinary character. */
    void skip() {
        int start = at;
        int quote = OPENING.indexOf(text.charAt(at));
        if (quote < 0 || (neverClosed & (1 << quote)) == 0) {
            next();
            if (unclosedQuote.isEmpty()) {
                return;
            }
            neverClosed |= 1 << quote;
        }
        moveTo(bareEnd(start));
    }

    /** Whether {@code --} stands here alone. */
    boolean atFlagsEnd() {
        return text.startsWith("--", at) && bareEnd(at) == at + 2;
    }

    /** Whether a word with two dashes stands here. */
    boolean atLongFlag() {
        return text.startsWith("--", at) && isLetter(at + 2);
    }

    /** Whether a word begins here with what telephones make of two dashes. */
    boolean atDash() {
        return (text.charAt(at) == '—' || text.charAt(at) == '–') && isLetter(at + 1);
    }

    /** Whether a word of one dash and letters stands here, which a negative number is not. */
    boolean atShortFlags() {
        if (text.charAt(at) != '-' || !isLetter(at + 1)) {
            return false;
        }
        int end = at + 1;
        while (isLetter(end)) {
            end++;
        }
        return end == text.length() || text.charAt(end) == '=' || Character.isWhitespace(text.charAt(end));
    }

    private boolean isLetter(int index) {
        return index < text.length() && Character.isLetter(text.charAt(index));
    }

    /** The flag here with its dashes, without a value: all before a blank or an equals sign. Moves nowhere. */
    String flag() {
        String word = text.substring(at, bareEnd(at));
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    /** Whether exactly {@code more} words come behind the one here, as blanks part them. */
    boolean atLast(int more) {
        int end = at;
        for (int i = 0; i <= more; i++) {
            if (end == text.length()) {
                return false;
            }
            end = blanksEnd(bareEnd(end));
        }
        return end == text.length();
    }

    /** Whether an equals sign stands behind the {@link #flag} here. */
    boolean atFlagWithEquals() {
        return text.startsWith("=", at + flag().length());
    }

    /** Moves behind a {@link #flag}; true when an equals sign stood there, behind which the reader is then. */
    boolean skipFlag(String flag) {
        at += flag.length();
        if (!atEnd() && text.charAt(at) == '=') {
            at++;
            return true;
        }
        skipBlanks();
        return false;
    }

    boolean atBlank() {
        return atEnd() || Character.isWhitespace(text.charAt(at));
    }

    private int bareEnd(int from) {
        int end = from;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void moveTo(int index) {
        at = index;
        skipBlanks();
    }

    private void skipBlanks() {
        at = blanksEnd(at);
    }

    private int blanksEnd(int from) {
        int end = from;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean escapable(char c) {
        return c == '\\' || Character.isWhitespace(c) || OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0;
    }
}
