package dev.odinbot.odin.transport;

import java.nio.ByteBuffer;

/**
 * Hears of one data channel: its end on the {@code webrtc} thread, all else on a thread of the WebRTC library. Must hand
 * over at once.
 */
public interface DataChannelListener {

    default void opened() {}

    /** The buffer is only valid during the call. */
    default void received(ByteBuffer datagram) {}

    /** Closed by either side or lost; nothing comes after it. */
    default void closed(String reason) {}
}
