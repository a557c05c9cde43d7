package dev.odinbot.odin.transport.sctp;

import java.nio.ByteBuffer;

/**
 * The sliver of SCTP that ODIN's one data channel needs (RFC 9260, 3758, 8261, 8831): unordered messages that are never sent
 * again. It owns no thread or clock: it is told what came and what time it is. One call at a time.
 */
public final class SctpAssociation {

    /** No packet is longer. */
    public static final int MAX_PACKET_BYTES = 1200 - 37;

    /** What an association wants done; called within calls of the association. */
    public interface Outbox {

        /** Where to write the next packet, from index 0: {@link #MAX_PACKET_BYTES} long at least, and valid until {@link #send}. */
        byte[] packet();

        /** Sends the first bytes of {@link #packet} at once. */
        void send(int length);

        /** Messages may be sent. */
        void established();

        /** A whole message of the peer, within {@link SctpAssociation#received}; valid during the call. */
        void message(byte[] buffer, int offset, int length);

        /** Refused, aborted, shut down, or without an answer for too long. Nothing comes after it. */
        void closed(String reason);
    }

    public SctpAssociation(int localPort, int remotePort, Outbox outbox) {
        throw new UnsupportedOperationException();
    }

    /** Sends our INIT; the peer's may come first or at the same time. */
    public void start(long nowNanos) {
        throw new UnsupportedOperationException();
    }

    /** A packet out of DTLS; what is malformed, foreign or known already is dropped and counted. */
    public void received(byte[] buffer, int offset, int length, long nowNanos) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends the buffer's remaining bytes as one message, or queues a copy while the window is closed; its position stays.
     * Makes no garbage.
     *
     * @return false when a message was dropped: this one, as there is no association or it is too long, or the oldest
     *     waiting, as no more than 100 ms of them wait
     */
    public boolean send(ByteBuffer message, long nowNanos) {
        throw new UnsupportedOperationException();
    }

    /** When {@link #tick} wants to be called next; {@code Long.MAX_VALUE} for never. */
    public long deadlineNanos() {
        throw new UnsupportedOperationException();
    }

    public void tick(long nowNanos) {
        throw new UnsupportedOperationException();
    }

    /** Tells the peer with an ABORT; says nothing to the outbox but that. Idempotent. */
    public void abort(String reason) {
        throw new UnsupportedOperationException();
    }
}
