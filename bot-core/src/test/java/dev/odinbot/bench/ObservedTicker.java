package dev.odinbot.bench;

import dev.odinbot.time.Ticker;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** The frame clock's ticker, which sees how late the clock comes back from waiting for a tick's deadline. */
final class ObservedTicker implements Ticker {

    private static final long HIGHEST_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Ticker ticker;
    private final SingleWriterRecorder lateness = new SingleWriterRecorder(HIGHEST_NANOS, 3);
    private long deadlineNanos;
    private boolean waited;

    ObservedTicker(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public long nanos() {
        long now = ticker.nanos();
        if (waited) {
            waited = false;
            lateness.recordValue(Math.max(0, Math.min(now - deadlineNanos, HIGHEST_NANOS)));
        }
        return now;
    }

    @Override
    public Instant now() {
        return ticker.now();
    }

    @Override
    public void parkUntil(long untilNanos) {
        ticker.parkUntil(untilNanos);
        deadlineNanos = untilNanos;
        waited = true;
    }

    /** How long the current tick's deadline is ago; on the clock thread. */
    long sinceDeadlineNanos() {
        return ticker.nanos() - deadlineNanos;
    }

    /** All since the last call. */
    Histogram lateness() {
        return lateness.getIntervalHistogram();
    }
}
