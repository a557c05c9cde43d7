package dev.odinbot.signature;

import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Values as people type them. Empty when the text is none of them. */
public final class Literals {

    private static final Set<String> TRUE =
            Set.of("true", "t", "yes", "y", "on", "1", "enable", "enabled", "ja", "j", "an", "ein", "wahr");
    private static final Set<String> FALSE =
            Set.of("false", "f", "no", "n", "off", "0", "disable", "disabled", "nein", "aus", "falsch");
    private static final int MAX_DIGITS = 100;
    private static final int MAX_URL = 2_000;

    private Literals() {}

    /** Whether the text is a whole number, however large, of at most 100 digits. */
    public static boolean isWhole(String text) {
        int start = !text.isEmpty() && isSign(text.charAt(0)) ? 1 : 0;
        return text.length() > start && text.length() <= MAX_DIGITS + start && digitsEnd(text, start) == text.length();
    }

    public static Optional<BigInteger> whole(String text) {
        return isWhole(text) ? Optional.of(new BigInteger(text)) : Optional.empty();
    }

    /** A decimal number, with a point or a comma; no exponents, which nobody types into a chat on purpose. */
    public static OptionalDouble decimal(String text) {
        int start = !text.isEmpty() && isSign(text.charAt(0)) ? 1 : 0;
        int point = digitsEnd(text, start);
        boolean hasPoint = point < text.length() && (text.charAt(point) == '.' || text.charAt(point) == ',');
        int end = hasPoint ? digitsEnd(text, point + 1) : point;
        int digits = end - start - (hasPoint ? 1 : 0);
        return end == text.length() && digits > 0 && digits <= MAX_DIGITS
                ? OptionalDouble.of(Double.parseDouble(text.replace(',', '.')))
                : OptionalDouble.empty();
    }

    /** {@code yes}, {@code off}, {@code 1}, {@code ja} …, in English and German. */
    public static Optional<Boolean> truth(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return TRUE.contains(folded)
                ? Optional.of(true)
                : FALSE.contains(folded) ? Optional.of(false) : Optional.empty();
    }

    /** {@code 90} (seconds), {@code 1:30}, {@code 1:02:03}, {@code 15s}, {@code 1h30m}, {@code 2d}; never negative. */
    public static Optional<Duration> duration(String text) {
        return text.indexOf(':') < 0 ? DurationReader.units(text) : DurationReader.clock(text);
    }

    /** The amount of {@code 80} or {@code 80%}. */
    public static Optional<BigInteger> percent(String text) {
        return whole(text.endsWith("%") ? text.substring(0, text.length() - 1).stripTrailing() : text);
    }

    /** An http or https address with a host. */
    public static Optional<URI> url(String text) {
        if (text.length() > MAX_URL) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty(); // what is no address is told by whoever asked
        }
    }

    static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (end < text.length() && DurationReader.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
