package dev.odinbot.api.audio;

import java.time.Duration;

/**
 * A place in a track as somebody types it: {@code 1:30} from its beginning, {@code +15s} or {@code -15s} from where it is now.
 *
 * @param offset negative only when relative
 */
public record Position(Duration offset, boolean relative) {

    /** The place, counted from the track's beginning; never before it. */
    public Duration from(Duration now) {
        Duration place = relative ? now.plus(offset) : offset;
        return place.isNegative() ? Duration.ZERO : place;
    }
}
