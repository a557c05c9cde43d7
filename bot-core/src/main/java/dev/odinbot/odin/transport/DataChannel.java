package dev.odinbot.odin.transport;

import java.nio.ByteBuffer;

/**
 * One peer connection with ODIN's single audio channel: negotiated id 2, label {@code audio}, unordered, never
 * retransmitted, binary.
 */
public interface DataChannel extends AutoCloseable {

    /** Our session description; an answer has our candidates in it, an offer has none. */
    String localDescription();

    /**
     * On the offering side: gives the other side's answer; connecting starts.
     *
     * @throws IllegalArgumentException when {@code answer} is not a description that a data channel can use
     */
    void accept(String answer);

    boolean isOpen();

    /**
     * Sends the buffer's remaining bytes as one datagram; they are copied before this returns, and its position stays.
     * Never waits for the network and never queues without bound.
     *
     * @return false when a datagram was dropped: this one, as the channel is not open or it is too long; or the oldest of
     *     those that wait, as the network takes no more and 100 ms of them wait already
     */
    boolean send(ByteBuffer datagram);

    /** Idempotent, any thread; the listener hears {@link DataChannelListener#closed} once. */
    @Override
    void close();
}
