package dev.odinbot.audio;

/** Where frames go. Called on the clock thread; never blocks. */
public interface FrameSink {

    /** Whether a frame would be taken now; while not, the clock leaves the source alone. */
    boolean ready();

    /** Sends the frame, whose bytes are reused after the call; false when it had to be dropped. */
    boolean write(Frame frame);
}
