package dev.odinbot.odin.transport.sctp;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

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

    private static final SecureRandom RANDOM = new SecureRandom();

    /** In place of our tag an ABORT or SHUTDOWN COMPLETE may have the peer's own (RFC 9260, 8.5.1). */
    private static final int REFLECTED_TAG = 1;

    private final Outbox outbox;
    private final PacketReader reader;
    private final PacketWriter writer;
    private final Complaints complaints;
    private final Handshake handshake;
    private final RoundTrip roundTrip = new RoundTrip();
    private final Silence silence = new Silence();
    private final Counters counters = new Counters();
    private @Nullable Established established;
    private boolean closed;

    public SctpAssociation(int localPort, int remotePort, Outbox outbox) {
        this(localPort, remotePort, outbox, RANDOM.nextInt());
    }

    SctpAssociation(int localPort, int remotePort, Outbox outbox, int firstTsn) {
        this.outbox = outbox;
        reader = new PacketReader(remotePort, localPort);
        writer = new PacketWriter(localPort, remotePort, outbox);
        complaints = new Complaints(writer);
        handshake = new Handshake(RANDOM, firstTsn, writer, complaints, roundTrip);
    }

    /** Sends our INIT; the peer's may come first or at the same time. */
    public void start(long nowNanos) {
        if (!closed) {
            handshake.start(nowNanos);
        }
    }

    /** A packet out of DTLS; what is malformed, foreign or known already is dropped and counted. */
    public void received(byte[] buffer, int offset, int length, long nowNanos) {
        if (closed) {
            return;
        }
        if (!reader.open(buffer, offset, length)) {
            counters.malformed++;
            return;
        }
        reader.next();
        if (!isMeantForUs()) {
            counters.foreign++;
            return;
        }
        boolean more = true;
        while (more) {
            more = chunk(nowNanos) && !closed && reader.next();
        }
        Established current = established;
        if (current != null && !closed) {
            current.heard(nowNanos);
            current.packetEnded(nowNanos);
        }
    }

    /** RFC 9260, 8.5; whether a cookie has the right tag is looked at with the cookie. */
    private boolean isMeantForUs() {
        int tag = reader.verificationTag();
        int peerTag = handshake.peerTag();
        return switch (reader.type()) {
            case ChunkType.INIT -> tag == 0;
            case ChunkType.COOKIE_ECHO -> true;
            case ChunkType.ABORT, ChunkType.SHUTDOWN_COMPLETE ->
                (reader.flags() & REFLECTED_TAG) == 0 ? tag == handshake.ownTag() : peerTag != 0 && tag == peerTag;
            default -> tag == handshake.ownTag();
        };
    }

    /** @return whether to look at the packet's next chunk */
    private boolean chunk(long nowNanos) {
        Established current = established;
        switch (reader.type()) {
            case ChunkType.INIT -> init(nowNanos);
            case ChunkType.COOKIE_ECHO -> {
                return cookieEcho(nowNanos);
            }
            case ChunkType.ABORT ->
                end(
                        Complaints.isAbout(Complaints.USER_ABORT, reader)
                                ? "closed by the other side"
                                : "aborted by the other side");
            default -> {
                if (current == null) {
                    return chunkOfHandshake(nowNanos);
                }
                boolean more = current.chunk(reader, nowNanos);
                endWith(current);
                return more;
            }
        }
        return true;
    }

    private boolean chunkOfHandshake(long nowNanos) {
        switch (reader.type()) {
            case ChunkType.INIT_ACK -> initAck(nowNanos);
            case ChunkType.COOKIE_ACK -> {
                if (handshake.cookieAckReceived()) {
                    establish(nowNanos);
                }
            }
            case ChunkType.ERROR -> {
                if (Complaints.isAbout(Complaints.STALE_COOKIE, reader)) {
                    handshake.staleCookie(nowNanos);
                }
            }
            default -> {
                counters.foreign++;
                return false;
            }
        }
        return true;
    }

    private void init(long nowNanos) {
        InitChunk init = InitChunk.read(reader.bytes(), reader.valueOffset(), reader.valueLength());
        Established current = established;
        if (init == null) {
            counters.malformed++;
        } else if (current != null && current.isShuttingDown()) {
            current.repeatShutdown();
        } else {
            handshake.initReceived(init, nowNanos);
        }
    }

    private void initAck(long nowNanos) {
        InitChunk ack = InitChunk.read(reader.bytes(), reader.valueOffset(), reader.valueLength());
        if (ack == null) {
            counters.malformed++;
            return;
        }
        String refusal = handshake.initAckReceived(ack, nowNanos);
        if (refusal != null) {
            end(refusal);
        }
    }

    private boolean cookieEcho(long nowNanos) {
        Handshake.Echo echo = handshake.cookieReceived(reader, nowNanos);
        switch (echo) {
            case ESTABLISHES -> {
                writer.address(handshake.peerTag());
                writer.sendBare(ChunkType.COOKIE_ACK);
                establish(nowNanos);
            }
            case REPEATED -> writer.sendBare(ChunkType.COOKIE_ACK);
            case RESTARTED -> end("the other side started over");
            case FOREIGN, STALE -> counters.foreign++;
        }
        return echo == Handshake.Echo.ESTABLISHES || echo == Handshake.Echo.REPEATED;
    }

    private void establish(long nowNanos) {
        writer.address(handshake.peerTag());
        Heartbeat heartbeat = new Heartbeat(RANDOM, writer, roundTrip, silence, nowNanos);
        established = new Established(handshake, heartbeat, writer, outbox, roundTrip, silence, counters);
        outbox.established();
    }

    /**
     * Sends the buffer's remaining bytes as one message, or queues a copy while the window is closed; its position stays.
     * Makes no garbage.
     *
     * @return false when a message was dropped: this one, as there is no association or it is empty or too long, or the
     *     oldest waiting, as no more than 100 ms of them wait
     */
    public boolean send(ByteBuffer message, long nowNanos) {
        Established current = established;
        if (closed || current == null) {
            counters.dropped++;
            return false;
        }
        return current.send(message, nowNanos);
    }

    /** When {@link #tick} wants to be called next; {@code Long.MAX_VALUE} for never. */
    public long deadlineNanos() {
        if (closed) {
            return Alarm.NEVER;
        }
        Established current = established;
        return current == null ? handshake.deadlineNanos() : current.deadlineNanos();
    }

    public void tick(long nowNanos) {
        if (closed) {
            return;
        }
        Established current = established;
        if (current != null) {
            current.tick(nowNanos);
            endWith(current);
        } else if (!handshake.tick(nowNanos)) {
            end("the other side did not answer");
        }
    }

    private void endWith(Established current) {
        String reason = current.end();
        if (reason != null) {
            end(reason);
        }
    }

    private void end(String reason) {
        if (!closed) {
            closed = true;
            established = null;
            outbox.closed(reason);
        }
    }

    /** Tells the peer with an ABORT; says nothing to the outbox but that. Idempotent. */
    public void abort(String reason) {
        if (closed) {
            return;
        }
        closed = true;
        established = null;
        if (handshake.peerTag() != 0) {
            writer.address(handshake.peerTag());
            complaints.abort(reason);
        }
    }

    /** What happened so far, for people. */
    public String counts() {
        return counters.toString();
    }

    Counters counters() {
        return counters;
    }

    @Nullable
    Established connection() {
        return established;
    }
}
