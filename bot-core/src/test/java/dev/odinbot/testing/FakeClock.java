package dev.odinbot.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The wall clock that goes with a {@link FakeTicker}. */
final class FakeClock extends Clock {

    private final FakeTicker ticker;
    private final ZoneId zone;

    FakeClock(FakeTicker ticker, ZoneId zone) {
        this.ticker = ticker;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new FakeClock(ticker, other);
    }

    @Override
    public Instant instant() {
        return ticker.now();
    }
}
