package dev.odinbot.audio;

/** Where frames come from. Pulled on the clock thread; never blocks. */
public interface FrameSource {

    /** Fills {@code into} with the next frame, if there is one now. */
    Read read(Frame into);

    /** What a read brought. */
    enum Read {
        /** The frame was filled. */
        FRAME,
        /** The next frame has not arrived; the frame was filled with silence to bridge a gap that the listener hears. */
        GAP,
        /** Something is playing, but its next frame has not arrived: a gap that the listener hears. */
        STARVED,
        /** Nothing is playing, it is paused, or its first frame is still to come. */
        IDLE
    }
}
