package dev.odinbot.odin.transport;

import java.nio.ByteBuffer;

/**
 * Hears of one data channel, on the one thread that reads its socket ({@code odin-udp-*}). Must hand
 * over at once.
 */
public interface DataChannelListener {

    default void opened() {}

    /** The buffer is only valid during the call. */
    default void received(ByteBuffer datagram) {}

    /** Closed by either side or lost; nothing comes after it. */
    default void closed(String reason) {}
}
