package dev.odinbot.audio;

import dev.odinbot.time.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The clock without its thread: ticks on the grid {@code start + n·20 ms}, the lanes spread over these 20 ms in a few phases,
 * so that many rooms are no burst. Phases take turns in the order of their deadlines: a slow one makes others late, but none
 * goes without its turn. {@link #tick} is for one thread; lanes come and go on any.
 */
final class TickLoop {

    static final long PERIOD_NANOS = Duration.ofMillis(20).toNanos();

    /** Later than this and listeners have heard the gap anyway; it also keeps bursts far below a server's limit of 100. */
    static final int CATCH_UP_TICKS = 5;

    private final Ticker ticker;
    private final Lateness lateness = new Lateness();
    private final Phase[] phases;
    private final int lanesInPhase;
    private final AtomicLong ticks = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private long startNanos;

    /**
     * @param phases how many at most; one for all lanes at the same moment
     * @param lanesInPhase how many share a moment before the next phase is used: to wake up for few costs more than they do
     */
    TickLoop(Ticker ticker, int phases, int lanesInPhase) {
        this.ticker = ticker;
        this.lanesInPhase = lanesInPhase;
        this.phases = new Phase[phases];
        for (int i = 0; i < phases; i++) {
            this.phases[i] = new Phase(i * PERIOD_NANOS / phases, PERIOD_NANOS);
        }
        start();
    }

    /** In the first phase that has room; once all are full, in the one with the fewest lanes. */
    synchronized ClockLane open(FrameSource source, FrameSink sink) {
        Phase emptiest = phases[0];
        for (Phase phase : phases) {
            if (phase.load() < lanesInPhase) {
                return phase.open(source, sink);
            }
            if (phase.load() < emptiest.load()) {
                emptiest = phase;
            }
        }
        return emptiest.open(source, sink);
    }

    /** Starts the grid at this moment. */
    void start() {
        startNanos = ticker.nanos();
        for (Phase phase : phases) {
            phase.rest();
        }
    }

    /**
     * Waits for the next deadline of a phase that has lanes, and moves one frame for each of them. Returns early, having moved
     * nothing, when interrupted. Without any lanes it ticks all the same, once a period, to see when there are some.
     */
    void tick() {
        Phase phase = next();
        ticker.parkUntil(phase.nextNanos());
        long lateNanos = ticker.nanos() - phase.nextNanos();
        if (lateNanos < 0) {
            return;
        }
        lateness.record(lateNanos);
        long overdue = lateNanos / PERIOD_NANOS;
        if (overdue > CATCH_UP_TICKS) {
            phase.skip(overdue);
            missed.addAndGet(overdue);
        }
        phase.turn();
        ticks.incrementAndGet();
    }

    private Phase next() {
        Phase next = null;
        for (Phase phase : phases) {
            if (phase.load() == 0) {
                phase.rest();
            } else {
                next = earlier(next, phase);
            }
        }
        return next == null ? earlier(null, phases[0]) : next;
    }

    private Phase earlier(@Nullable Phase one, Phase other) {
        if (!other.isRunning()) {
            other.run(startNanos, ticker.nanos());
        }
        return one == null || other.nextNanos() - one.nextNanos() < 0 ? other : one;
    }

    FrameClock.ClockStats stats() {
        return lateness.stats(ticks.get(), missed.get());
    }
}
