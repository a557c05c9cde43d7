package dev.odinbot.command;

import dev.odinbot.api.text.Text;
import java.time.Duration;

/** How long something takes, in the largest unit that tells enough; rounded up, since it is never over sooner. */
final class WaitText {

    private static final long MOST_SECONDS = 90;
    private static final long MOST_MINUTES = 90;

    private WaitText() {}

    static Text of(Duration duration) {
        long seconds = ceil(duration.toMillis(), 1000);
        if (seconds <= MOST_SECONDS) {
            return Text.key("time.seconds", seconds);
        }
        long minutes = ceil(seconds, 60);
        return minutes <= MOST_MINUTES ? Text.key("time.minutes", minutes) : Text.key("time.hours", ceil(minutes, 60));
    }

    private static long ceil(long value, long unit) {
        return Math.max(0, -Math.floorDiv(-value, unit));
    }
}
