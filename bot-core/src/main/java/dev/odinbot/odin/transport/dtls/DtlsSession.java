package dev.odinbot.odin.transport.dtls;

import java.nio.ByteBuffer;

/**
 * DTLS 1.2 with one peer, whose certificate must be the one that its description named (RFC 6347, 8827). All calls are
 * made holding the lock given at construction; the handshake runs on a thread of {@link DtlsHandshakes}, which takes that
 * lock for every call of the outbox.
 */
public final class DtlsSession {

    /** What a record adds to what it carries. */
    public static final int OVERHEAD_BYTES = 13 + 8 + 16;

    /** What a session wants done; called holding the session's lock. */
    public interface Outbox {

        /** Sends a datagram at once; the array is reused after this returns. */
        void send(byte[] datagram, int length);

        /** Both sides are who they said; {@link #seal} may be used. On a handshake's thread. */
        void connected();

        /** What the peer sent, only after {@link #connected}, within {@link #received}; valid during the call. */
        void data(byte[] buffer, int offset, int length);

        /** The handshake failed, or the peer closed. Nothing comes after it. */
        void closed(String reason);
    }

    /** @param fingerprint what the peer's certificate must hash to */
    public DtlsSession(
            DtlsRole role,
            DtlsIdentity identity,
            Fingerprint fingerprint,
            DtlsHandshakes handshakes,
            Object lock,
            Outbox outbox) {
        throw new UnsupportedOperationException();
    }

    /** There is a way to the peer: a client says hello, a server listens. */
    public void start() {
        throw new UnsupportedOperationException();
    }

    /** A datagram of one or more records; what is not authentic, or a replay, is dropped and counted. */
    public void received(ByteBuffer datagram) {
        throw new UnsupportedOperationException();
    }

    public boolean isConnected() {
        throw new UnsupportedOperationException();
    }

    /**
     * Puts application data into one record, makes no garbage beside what the JDK's cipher makes.
     *
     * @return the record's length, {@code length + OVERHEAD_BYTES}
     */
    public int seal(byte[] data, int offset, int length, byte[] record, int recordOffset) {
        throw new UnsupportedOperationException();
    }

    /** Tells the peer, if connected, and ends a handshake; says nothing to the outbox but that. Idempotent. */
    public void close() {
        throw new UnsupportedOperationException();
    }
}
