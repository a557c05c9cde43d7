package dev.odinbot.audio;

import dev.odinbot.audio.FrameSource.Read;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One lane of a {@link TickLoop}. */
final class ClockLane implements FrameClock.Lane {

    private static final Logger LOG = LoggerFactory.getLogger(ClockLane.class);

    private final FrameSource source;
    private final FrameSink sink;
    private final Consumer<ClockLane> removal;
    private final Frame frame = new Frame();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();

    /** Held while source and sink are called, so that close can wait for that; the clock itself only ever tries. */
    private final Semaphore gate = new Semaphore(1);

    private boolean open = true;
    private boolean playing;
    private boolean failed;
    private volatile @Nullable Thread caller;

    ClockLane(FrameSource source, FrameSink sink, Consumer<ClockLane> removal) {
        this.source = source;
        this.sink = sink;
        this.removal = removal;
    }

    /** Moves one frame; on the clock thread. */
    void tick() {
        if (!gate.tryAcquire()) {
            return; // closing
        }
        try {
            if (open) {
                caller = Thread.currentThread();
                move();
            }
        } catch (RuntimeException | Error e) {
            missed.incrementAndGet();
            if (!failed) {
                failed = true; // said once: it may go on at every tick
                LOG.error("A room's audio failed; it goes on with the next frame", e);
            }
        } finally {
            caller = null;
            gate.release();
        }
    }

    private void move() {
        if (!sink.ready()) {
            return;
        }
        Read read = source.read(frame);
        playing = read != Read.IDLE;
        boolean written = (read == Read.FRAME || read == Read.GAP) && sink.write(frame);
        if (written) {
            sent.incrementAndGet();
        }
        if (read == Read.GAP || (playing && !written)) {
            missed.incrementAndGet();
        }
    }

    /** Counts ticks that were left out; on the clock thread. */
    void skipped(long ticks) {
        if (playing) {
            missed.addAndGet(ticks);
        }
    }

    @Override
    public long framesSent() {
        return sent.get();
    }

    @Override
    public long framesMissed() {
        return missed.get();
    }

    @Override
    public void close() {
        if (caller == Thread.currentThread()) {
            throw new IllegalStateException("A lane cannot be closed by its own source or sink");
        }
        removal.accept(this);
        gate.acquireUninterruptibly();
        open = false;
        gate.release();
    }
}
