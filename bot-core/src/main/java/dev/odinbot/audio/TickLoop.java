package dev.odinbot.audio;

import dev.odinbot.time.Ticker;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clock without its thread: ticks on the grid {@code start + n·20 ms}. {@link #tick} is for one thread; lanes come and go
 * on any.
 */
final class TickLoop {

    static final long PERIOD_NANOS = Duration.ofMillis(20).toNanos();

    /** Later than this and listeners have heard the gap anyway; it also keeps bursts far below a server's limit of 100. */
    static final int CATCH_UP_TICKS = 5;

    private static final ClockLane[] NONE = {};

    private final Ticker ticker;
    private final Lateness lateness = new Lateness();
    /** Replaced, never changed: the clock thread reads it without a lock. */
    private volatile ClockLane[] lanes = NONE;

    private final AtomicLong ticks = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private long deadlineNanos;

    TickLoop(Ticker ticker) {
        this.ticker = ticker;
        this.deadlineNanos = ticker.nanos();
    }

    synchronized ClockLane open(FrameSource source, FrameSink sink) {
        ClockLane lane = new ClockLane(source, sink, this::remove);
        ClockLane[] grown = Arrays.copyOf(lanes, lanes.length + 1);
        grown[grown.length - 1] = lane;
        lanes = grown;
        return lane;
    }

    private synchronized void remove(ClockLane lane) {
        lanes = Arrays.stream(lanes).filter(other -> other != lane).toArray(ClockLane[]::new);
    }

    /** Starts the grid at this moment. */
    void start() {
        deadlineNanos = ticker.nanos();
    }

    /** Waits for the next deadline and moves one frame per lane. Returns early, having moved nothing, when interrupted. */
    void tick() {
        long next = deadlineNanos + PERIOD_NANOS;
        ticker.parkUntil(next);
        long lateNanos = ticker.nanos() - next;
        if (lateNanos < 0) {
            return;
        }
        deadlineNanos = next;
        lateness.record(lateNanos);
        long overdue = lateNanos / PERIOD_NANOS;
        if (overdue > CATCH_UP_TICKS) {
            skip(overdue);
        }
        for (ClockLane lane : lanes) {
            lane.tick();
        }
        ticks.incrementAndGet();
    }

    private void skip(long overdue) {
        deadlineNanos += overdue * PERIOD_NANOS;
        missed.addAndGet(overdue);
        for (ClockLane lane : lanes) {
            lane.skipped(overdue);
        }
    }

    FrameClock.ClockStats stats() {
        return lateness.stats(ticks.get(), missed.get());
    }
}
