package dev.odinbot.audio;

/**
 * Moves one frame per lane every 20 ms, on absolute deadlines, all lanes on the one {@code frame-clock} thread. Many lanes are
 * spread over the 20 ms.
 */
public interface FrameClock extends AutoCloseable {

    /** Starts to pull {@code source} into {@code sink}, from the next tick on. Any thread. */
    Lane open(FrameSource source, FrameSink sink);

    ClockStats stats();

    /** Stops the thread after the current tick. */
    @Override
    void close();

    /** One room's way from source to sink. */
    interface Lane extends AutoCloseable {

        long framesSent();

        /** Frames that a listener missed: starved, dropped, or skipped after a stall while something played. */
        long framesMissed();

        /** After this returns neither source nor sink is called again. Any thread but the clock's. */
        @Override
        void close();
    }

    /**
     * How well the clock keeps time since it started.
     *
     * @param ticks times at which the lanes of one moment were moved: 50 a second for each moment that has lanes
     * @param missed ticks that were skipped because the clock came too late for them
     * @param p50Nanos median lateness of a tick against its deadline
     */
    record ClockStats(long ticks, long missed, long p50Nanos, long p99Nanos, long maxNanos) {}
}
