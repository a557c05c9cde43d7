package dev.odinbot.audio;

/**
 * What a room hears: today one input, whose frames pass untouched. When the input stops, a few frames of silence follow so
 * that decoders come to rest. Read on the clock thread.
 */
public final class Mixer implements FrameSource {

    static final int TAIL_FRAMES = 5;

    private final FrameSource input;
    private final Runnable drained;
    private int tail;
    private volatile boolean silent = true;

    /**
     * @param drained runs on the clock thread, so must hand over at once, each time the input has become idle and the
     *     silence after it has gone out. A paused input is idle too; whether playback is over only the host knows.
     */
    public Mixer(FrameSource input, Runnable drained) {
        this.input = input;
        this.drained = drained;
    }

    /** Whether nothing goes out: nothing was played yet, or all of it has drained. Any thread. */
    public boolean silent() {
        return silent;
    }

    @Override
    public Read read(Frame into) {
        return switch (input.read(into)) {
            case FRAME -> sounding(Read.FRAME);
            case GAP -> sounding(Read.GAP);
            case STARVED -> fadeOut(into) ? Read.GAP : Read.STARVED;
            case IDLE -> fadeOut(into) ? Read.FRAME : idle();
        };
    }

    private Read sounding(Read read) {
        tail = TAIL_FRAMES;
        if (silent) {
            silent = false;
        }
        return read;
    }

    private boolean fadeOut(Frame into) {
        if (tail == 0) {
            return false;
        }
        tail--;
        Silence.fill(into);
        return true;
    }

    private Read idle() {
        if (!silent) {
            silent = true;
            drained.run();
        }
        return Read.IDLE;
    }
}
