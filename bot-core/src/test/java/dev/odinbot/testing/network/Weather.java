package dev.odinbot.testing.network;

import java.time.Duration;

/**
 * What happens to packets on one way through a {@link UdpProxy}.
 *
 * @param loss the share of packets that never arrive, 0 to 1
 * @param duplication the share of packets that arrive twice, each copy with a delay of its own
 * @param reordering the share of packets held back until some later ones have passed
 * @param minDelay each packet takes a time drawn evenly between this and {@code maxDelay}
 */
public record Weather(double loss, double duplication, double reordering, Duration minDelay, Duration maxDelay) {

    public static final Weather CALM = new Weather(0, 0, 0, Duration.ZERO, Duration.ZERO);

    /** Nothing passes. */
    public static final Weather BLACKOUT = CALM.losing(1);

    public Weather losing(double share) {
        return new Weather(share, duplication, reordering, minDelay, maxDelay);
    }

    public Weather duplicating(double share) {
        return new Weather(loss, share, reordering, minDelay, maxDelay);
    }

    public Weather reordering(double share) {
        return new Weather(loss, duplication, share, minDelay, maxDelay);
    }

    public Weather delaying(Duration min, Duration max) {
        return new Weather(loss, duplication, reordering, min, max);
    }
}
