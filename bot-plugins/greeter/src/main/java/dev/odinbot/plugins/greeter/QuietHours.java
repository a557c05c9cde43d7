package dev.odinbot.plugins.greeter;

import java.time.DateTimeException;
import java.time.LocalTime;

/**
 * A part of each day, perhaps over midnight.
 *
 * @param from inclusive
 * @param to exclusive; the same as {@code from} = never
 */
record QuietHours(LocalTime from, LocalTime to) {

    /**
     * @param text {@code HH:mm-HH:mm}, or empty for never
     * @throws IllegalArgumentException when it is neither
     */
    static QuietHours parse(String text) {
        if (text.isBlank()) {
            return new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        }
        try {
            int dash = text.indexOf('-');
            return new QuietHours(
                    LocalTime.parse(text.substring(0, dash).strip()),
                    LocalTime.parse(text.substring(dash + 1).strip()));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("quiet is not two times of day such as \"22:00-07:00\"", e);
        }
    }

    boolean contains(LocalTime time) {
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        return from.isBefore(to) ? afterFrom && beforeTo : !from.equals(to) && (afterFrom || beforeTo);
    }
}
