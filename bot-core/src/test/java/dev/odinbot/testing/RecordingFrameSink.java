package dev.odinbot.testing;

import dev.odinbot.audio.Frame;
import dev.odinbot.audio.FrameSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Remembers every frame; takes them until told otherwise. */
public final class RecordingFrameSink implements FrameSink {

    /** The frame without sound that goes out when there is nothing more. */
    private static final byte[] SILENCE = {(byte) 0xfc, (byte) 0xff, (byte) 0xfe};

    private final List<byte[]> frames = new ArrayList<>();
    private boolean ready = true;
    private boolean dropping;

    @Override
    public synchronized boolean ready() {
        return ready;
    }

    @Override
    public synchronized boolean write(Frame frame) {
        if (dropping) {
            return false;
        }
        frames.add(Arrays.copyOf(frame.bytes(), frame.length()));
        return true;
    }

    public synchronized void ready(boolean ready) {
        this.ready = ready;
    }

    /** From now on writes fail, as a full channel's do. */
    public synchronized void dropping(boolean dropping) {
        this.dropping = dropping;
    }

    public synchronized List<byte[]> frames() {
        return List.copyOf(frames);
    }

    /** Without the frames of silence that follow when the sound has ended. */
    public synchronized List<byte[]> sound() {
        return frames.stream().filter(frame -> !Arrays.equals(frame, SILENCE)).toList();
    }

    public synchronized void clear() {
        frames.clear();
    }
}
