package dev.odinbot.audio;

import java.util.Arrays;

/**
 * The lanes whose turn comes at the same moments of a {@link TickLoop}, one period apart. Lanes come and go on any thread; all
 * else is the clock's.
 */
final class Phase {

    private static final ClockLane[] NONE = {};

    private final long offsetNanos;
    private final long periodNanos;
    /** Replaced, never changed: the clock thread reads it without a lock. */
    private volatile ClockLane[] lanes = NONE;

    private boolean running;
    private long nextNanos;

    /** @param offsetNanos of its turns, after the beginning of each period */
    Phase(long offsetNanos, long periodNanos) {
        this.offsetNanos = offsetNanos;
        this.periodNanos = periodNanos;
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

    int load() {
        return lanes.length;
    }

    /** While it has no lanes it takes no turns, and misses none. */
    void rest() {
        running = false;
    }

    boolean isRunning() {
        return running;
    }

    /** Takes its next turn at the first moment of its own after {@code nowNanos}. */
    void run(long startNanos, long nowNanos) {
        long first = startNanos + offsetNanos;
        nextNanos = first + (Math.floorDiv(nowNanos - first, periodNanos) + 1) * periodNanos;
        running = true;
    }

    long nextNanos() {
        return nextNanos;
    }

    /** Moves one frame per lane. */
    void turn() {
        nextNanos += periodNanos;
        for (ClockLane lane : lanes) {
            lane.tick();
        }
    }

    void skip(long turns) {
        nextNanos += turns * periodNanos;
        for (ClockLane lane : lanes) {
            lane.skipped(turns);
        }
    }
}
