package dev.odinbot.signature;

import java.time.Duration;
import java.util.Optional;

/** Reads durations. */
final class DurationReader {

    private static final String UNITS = "dhms";
    private static final int[] UNIT_SECONDS = {86_400, 3_600, 60, 1};

    /** Nine digits of days still fit a long of seconds. */
    private static final int MAX_DIGITS = 9;

    private DurationReader() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** {@code 90} or {@code 1h30m}: larger units first, each once. */
    static Optional<Duration> units(String text) {
        long seconds = 0;
        int nextUnit = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            if (end == at || end - at > MAX_DIGITS) {
                return Optional.empty();
            }
            int amount = Integer.parseInt(text, at, end, 10);
            if (end == text.length()) {
                return at == 0 ? Optional.of(Duration.ofSeconds(amount)) : Optional.empty();
            }
            int unit = UNITS.indexOf(Character.toLowerCase(text.charAt(end)));
            if (unit < nextUnit) {
                return Optional.empty();
            }
            seconds += (long) amount * UNIT_SECONDS[unit];
            nextUnit = unit + 1;
            at = end + 1;
        }
        return at == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    /** {@code 1:30} or {@code 1:02:03}: all but the first part have two digits below 60. */
    static Optional<Duration> clock(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length > 3 || parts[0].isEmpty() || parts[0].length() > MAX_DIGITS) {
            return Optional.empty();
        }
        long seconds = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].chars().allMatch(c -> isDigit((char) c)) || (i > 0 && parts[i].length() != 2)) {
                return Optional.empty();
            }
            int amount = Integer.parseInt(parts[i]);
            if (i > 0 && amount >= 60) {
                return Optional.empty();
            }
            seconds = seconds * 60 + amount;
        }
        return Optional.of(Duration.ofSeconds(seconds));
    }
}
