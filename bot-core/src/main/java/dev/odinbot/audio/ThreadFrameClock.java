package dev.odinbot.audio;

import dev.odinbot.time.Ticker;
import org.jspecify.annotations.Nullable;

/** The frame clock: a {@link TickLoop} on a thread that starts with the first lane. */
final class ThreadFrameClock implements FrameClock {

    private final TickLoop loop;
    private @Nullable Thread thread;
    private volatile boolean closed;

    ThreadFrameClock(Ticker ticker, int phases, int lanesInPhase) {
        this.loop = new TickLoop(ticker, phases, lanesInPhase);
    }

    @Override
    public Lane open(FrameSource source, FrameSink sink) {
        Lane lane = loop.open(source, sink);
        start();
        return lane;
    }

    @SuppressWarnings("ThreadPriorityCheck") // a wish, where the platform heeds it; nothing relies on it
    private synchronized void start() {
        if (thread == null && !closed) {
            Thread started = new Thread(this::run, "frame-clock");
            started.setDaemon(true);
            started.setPriority(Thread.MAX_PRIORITY);
            started.start();
            thread = started;
        }
    }

    private void run() {
        loop.start();
        while (!closed) {
            loop.tick();
            // Only close interrupts on purpose; anybody else's interrupt must not turn the loop into a spin.
            Thread.interrupted();
        }
    }

    @Override
    public ClockStats stats() {
        return loop.stats();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
