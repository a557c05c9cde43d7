package dev.odinbot.audio;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** How late ticks were. Recorded on the clock thread without garbage; read on any other. */
final class Lateness {

    private static final long HIGHEST_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int DIGITS = 3;

    private final SingleWriterRecorder recorder = new SingleWriterRecorder(HIGHEST_NANOS, DIGITS);
    private final Histogram total = new Histogram(HIGHEST_NANOS, DIGITS);

    void record(long nanos) {
        recorder.recordValue(Math.max(0, Math.min(nanos, HIGHEST_NANOS)));
    }

    synchronized FrameClock.ClockStats stats(long ticks, long missed) {
        total.add(recorder.getIntervalHistogram());
        return new FrameClock.ClockStats(
                ticks, missed, total.getValueAtPercentile(50), total.getValueAtPercentile(99), total.getMaxValue());
    }
}
