package dev.odinbot.rpc;

/** Where a connection's frames go. */
public interface FrameSender {

    /** Takes a frame to be sent after the ones before it; false when the link is closed or full. Any thread. */
    boolean send(byte[] frame);
}
