package dev.odinbot.odin.transport.sctp;

import java.util.concurrent.TimeUnit;

/** What the peer sends: messages go to the outbox as they come, SACKs go back. */
final class Inbound {

    /** Whole messages go on at once and take none of it, and fragments have a bound of their own: no peer need wait for us. */
    static final int WINDOW_BYTES = 1 << 20;

    /** RFC 9260, 6.2: at the latest after this, or with every second packet. */
    static final long SACK_DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final int PACKETS_PER_SACK = 2;

    private final PacketWriter writer;
    private final SctpAssociation.Outbox outbox;
    private final Counters counters;
    private final ReceivedTsns tsns;
    private final Reassembly reassembly;

    private final Alarm sackLater = new Alarm();
    private boolean sackNow;
    private boolean packetHasData;
    private int packetsSinceSack;

    Inbound(int firstTsn, PacketWriter writer, SctpAssociation.Outbox outbox, Counters counters) {
        tsns = new ReceivedTsns(firstTsn);
        reassembly = new Reassembly(counters);
        this.writer = writer;
        this.outbox = outbox;
        this.counters = counters;
    }

    int cumulativeTsn() {
        return tsns.cumulative();
    }

    /** Of fragments. */
    int usedBytes() {
        return reassembly.usedBytes();
    }

    /** Of a length that has been looked at. */
    void data(PacketReader chunk, long nowNanos) {
        packetHasData = true;
        byte[] bytes = chunk.bytes();
        int at = chunk.valueOffset();
        int tsn = BigEndian.readInt(bytes, at);
        sackNow |= (chunk.flags() & DataChunk.IMMEDIATE) != 0 || tsns.hasGaps();
        switch (tsns.add(tsn)) {
            case NEW -> {
                sackNow |= tsns.hasGaps();
                int stream = BigEndian.unsignedShort(bytes, at + 4);
                int protocol = BigEndian.readInt(bytes, at + 8);
                take(tsn, chunk, stream, protocol, nowNanos);
            }
            case DUPLICATE -> {
                counters.duplicates++;
                sackNow = true;
            }
            case TOO_FAR -> {
                counters.ignored++;
                sackNow = true;
            }
        }
    }

    /** Ordered messages too go on as they come: nobody orders any from a channel that is negotiated as unordered. */
    private void take(int tsn, PacketReader chunk, int stream, int protocol, long nowNanos) {
        int flags = chunk.flags();
        int offset = chunk.valueOffset() + DataChunk.HEADER_BYTES;
        int length = chunk.valueLength() - DataChunk.HEADER_BYTES;
        if (stream != DataChunk.STREAM) {
            counters.ignored++;
        } else if ((flags & DataChunk.BEGINNING) != 0 && (flags & DataChunk.ENDING) != 0) {
            deliver(protocol, chunk.bytes(), offset, length);
        } else {
            byte[] message = reassembly.add(tsn, flags, protocol, chunk.bytes(), offset, length, nowNanos);
            if (message != null) {
                deliver(reassembly.protocol(), message, 0, message.length);
            }
        }
    }

    private void deliver(int protocol, byte[] bytes, int offset, int length) {
        if (protocol == DataChunk.BINARY || protocol == DataChunk.TEXT) {
            counters.received++;
            outbox.message(bytes, offset, length);
        } else {
            counters.ignored++;
        }
    }

    /**
     * FORWARD-TSN; of streams it may name only ordered ones, which we do not keep in order. It is acknowledged like data (RFC
     * 3758, 3.6), at once only if there was a hole: webrtc-rs answers a SACK with the next FORWARD-TSN.
     */
    void forward(int tsn) {
        packetHasData = true;
        sackNow |= tsns.hasGaps();
        if (tsns.skipTo(tsn)) {
            reassembly.forgetUpTo(tsn);
        }
    }

    /** The packet has been read; a SACK may have become due. */
    void packetEnded(long nowNanos) {
        if (packetHasData) {
            packetHasData = false;
            packetsSinceSack++;
            if (!sackLater.isSet()) {
                sackLater.set(nowNanos + SACK_DELAY_NANOS);
            }
        }
        sackNow |= packetsSinceSack >= PACKETS_PER_SACK;
        sendDueSack();
    }

    private void sendDueSack() {
        if (sackNow) {
            writer.begin();
            if (writeSack(writer.room())) {
                writer.send();
            }
        }
    }

    /** Puts a waiting SACK into a packet with room for it beside that many bytes of another chunk's value. */
    void bundleSack(int otherBytes) {
        if (sackNow || sackLater.isSet()) {
            writeSack(writer.room() - PacketReader.CHUNK_HEADER_BYTES - PacketReader.padded(otherBytes));
        }
    }

    private boolean writeSack(int room) {
        if (!tsns.writeSack(writer, WINDOW_BYTES - reassembly.usedBytes(), room)) {
            return false;
        }
        sackNow = false;
        packetsSinceSack = 0;
        sackLater.stop();
        return true;
    }

    long deadlineNanos() {
        return Math.min(sackLater.dueNanos(), reassembly.deadlineNanos());
    }

    void tick(long nowNanos) {
        reassembly.tick(nowNanos);
        sackNow |= sackLater.isDue(nowNanos);
        sendDueSack();
    }
}
