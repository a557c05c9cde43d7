package dev.odinbot.odin.transport.sctp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What both sides of an association do once there is one, until either ends it. */
final class Established {

    private static final String CLOSED_BY_PEER = "closed by the other side";

    private final int firstTsn;
    private final PacketWriter writer;
    private final RoundTrip roundTrip;
    private final Silence silence;
    private final Counters counters;
    private final Complaints complaints;
    private final StreamResets resets;
    private final Heartbeat heartbeat;
    private final Inbound inbound;
    private final Outbound outbound;

    /** When to repeat our SHUTDOWN ACK. */
    private final Alarm shutdown = new Alarm();

    private @Nullable String end;
    private boolean answeredHeartbeat;
    private boolean complained;

    Established(
            Handshake handshake,
            Heartbeat heartbeat,
            PacketWriter writer,
            SctpAssociation.Outbox outbox,
            RoundTrip roundTrip,
            Silence silence,
            Counters counters) {
        firstTsn = handshake.ownFirstTsn();
        this.writer = writer;
        this.roundTrip = roundTrip;
        this.silence = silence;
        this.counters = counters;
        this.heartbeat = heartbeat;
        complaints = new Complaints(writer);
        resets = new StreamResets(writer);
        inbound = new Inbound(handshake.peerFirstTsn(), writer, outbox, counters);
        outbound = new Outbound(firstTsn, handshake.peerWindowBytes(), writer, inbound, roundTrip, silence, counters);
    }

    /** Why it is over, for a person; null as long as it is not. */
    @Nullable
    String end() {
        return end;
    }

    boolean isShuttingDown() {
        return shutdown.isSet();
    }

    Outbound outbound() {
        return outbound;
    }

    Inbound inbound() {
        return inbound;
    }

    boolean send(ByteBuffer message, long nowNanos) {
        if (isShuttingDown()) {
            counters.dropped++;
            return false;
        }
        return outbound.send(message, nowNanos);
    }

    /** @return whether to look at the packet's next chunk */
    boolean chunk(PacketReader chunk, long nowNanos) {
        switch (chunk.type()) {
            case ChunkType.DATA -> data(chunk, nowNanos);
            case ChunkType.SACK -> {
                if (!isShuttingDown() && (chunk.valueLength() < 12 || !outbound.sack(chunk, nowNanos))) {
                    counters.malformed++;
                }
            }
            case ChunkType.FORWARD_TSN -> {
                if (chunk.valueLength() < 4) {
                    counters.malformed++;
                } else {
                    inbound.forward(BigEndian.readInt(chunk.bytes(), chunk.valueOffset()));
                }
            }
            case ChunkType.HEARTBEAT -> answerHeartbeat(chunk);
            case ChunkType.HEARTBEAT_ACK -> heartbeat.answered(chunk, nowNanos);
            case ChunkType.RE_CONFIG -> reset(chunk);
            case ChunkType.SHUTDOWN -> shutDown(nowNanos);
            case ChunkType.SHUTDOWN_COMPLETE -> end = isShuttingDown() ? CLOSED_BY_PEER : null;
            // Repetitions of what made the association, and answers to what we never say.
            case ChunkType.COOKIE_ACK,
                    ChunkType.INIT_ACK,
                    ChunkType.SHUTDOWN_ACK,
                    ChunkType.ERROR,
                    ChunkType.ECN_ECHO,
                    ChunkType.CONGESTION_WINDOW_REDUCED -> {}
            default -> {
                return unknown(chunk);
            }
        }
        return end == null;
    }

    private void data(PacketReader chunk, long nowNanos) {
        int length = chunk.valueLength();
        if (length < DataChunk.HEADER_BYTES) {
            counters.malformed++;
        } else if (length == DataChunk.HEADER_BYTES) {
            counters.malformed++;
            complaints.noUserData(BigEndian.readInt(chunk.bytes(), chunk.valueOffset()));
            end = "the other side sent data without data";
        } else if (!isShuttingDown()) {
            inbound.data(chunk, nowNanos);
        }
    }

    /** The same information back, once a packet. */
    private void answerHeartbeat(PacketReader chunk) {
        writer.begin();
        if (answeredHeartbeat || chunk.valueLength() > writer.room()) {
            return;
        }
        answeredHeartbeat = true;
        int at = writer.chunk(ChunkType.HEARTBEAT_ACK, 0, chunk.valueLength());
        System.arraycopy(chunk.bytes(), chunk.valueOffset(), writer.bytes(), at, chunk.valueLength());
        writer.send();
    }

    private void reset(PacketReader chunk) {
        switch (resets.received(chunk, firstTsn, outbound.highestTsn())) {
            case MALFORMED -> counters.malformed++;
            case ANSWERED -> {}
            case CLOSED -> end = CLOSED_BY_PEER;
        }
    }

    /** We do not wait for what is on its way, as RFC 9260 (9.2) would: it would not be sent again either. */
    private void shutDown(long nowNanos) {
        outbound.shutDown();
        writer.sendBare(ChunkType.SHUTDOWN_ACK);
        shutdown.set(nowNanos + roundTrip.timeoutNanos());
    }

    /** The peer began anew before it heard of the end. */
    void repeatShutdown() {
        writer.sendBare(ChunkType.SHUTDOWN_ACK);
    }

    private boolean unknown(PacketReader chunk) {
        int highBits = chunk.type() >> 6;
        counters.malformed++;
        if (ChunkType.isReported(highBits) && !complained) {
            complained = true;
            complaints.unrecognized(chunk);
        }
        return ChunkType.isSkipped(highBits);
    }

    void heard(long nowNanos) {
        heartbeat.heard(nowNanos);
    }

    void packetEnded(long nowNanos) {
        answeredHeartbeat = false;
        complained = false;
        inbound.packetEnded(nowNanos);
    }

    long deadlineNanos() {
        if (isShuttingDown()) {
            return shutdown.dueNanos();
        }
        return Math.min(Math.min(inbound.deadlineNanos(), outbound.deadlineNanos()), heartbeat.deadlineNanos());
    }

    void tick(long nowNanos) {
        if (isShuttingDown()) {
            tickShutdown(nowNanos);
            return;
        }
        outbound.tick(nowNanos);
        inbound.tick(nowNanos);
        heartbeat.tick(nowNanos);
        if (silence.isTooLong()) {
            complaints.abort("no answer");
            end = "the other side did not answer";
        }
    }

    private void tickShutdown(long nowNanos) {
        if (!shutdown.isDue(nowNanos)) {
            return;
        }
        silence.count();
        if (silence.isTooLong()) {
            end = CLOSED_BY_PEER;
            return;
        }
        roundTrip.backOff();
        writer.sendBare(ChunkType.SHUTDOWN_ACK);
        shutdown.set(nowNanos + roundTrip.timeoutNanos());
    }
}
