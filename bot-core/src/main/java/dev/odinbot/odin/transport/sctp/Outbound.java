package dev.odinbot.odin.transport.sctp;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/** What we send: each message once, within the windows of the peer and the network; what is lost is forwarded over. */
final class Outbound {

    static final int MAX_MESSAGE_BYTES = 8192;

    /** Sound that is later than this is of no use. */
    static final long MAX_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final PacketWriter writer;
    private final Inbound inbound;
    private final RoundTrip roundTrip;
    private final Silence silence;
    private final Counters counters;
    private final Flight flight;
    private final CongestionWindow window = new CongestionWindow();
    private final SendQueue queue = new SendQueue();
    private final Alarm timeout = new Alarm();

    /**
     * Since the timeout was set the peer has acknowledged something. Then what it misses was lost on the way, and the way is
     * not blocked, as RFC 9260 (6.3.3) would have it, which waits for what is sent again.
     */
    private boolean answered;

    private long peerWindowBytes;

    Outbound(
            int firstTsn,
            long peerWindowBytes,
            PacketWriter writer,
            Inbound inbound,
            RoundTrip roundTrip,
            Silence silence,
            Counters counters) {
        flight = new Flight(firstTsn);
        this.peerWindowBytes = peerWindowBytes;
        this.writer = writer;
        this.inbound = inbound;
        this.roundTrip = roundTrip;
        this.silence = silence;
        this.counters = counters;
    }

    int highestTsn() {
        return flight.highest();
    }

    Flight flight() {
        return flight;
    }

    SendQueue queue() {
        return queue;
    }

    CongestionWindow window() {
        return window;
    }

    /** @return false when a message was dropped, this one or an older one */
    boolean send(ByteBuffer message, long nowNanos) {
        int length = message.remaining();
        if (length == 0 || length > MAX_MESSAGE_BYTES) {
            counters.dropped++;
            return false;
        }
        int late = queue.removeOlderThan(nowNanos - MAX_WAIT_NANOS);
        while (!queue.hasRoomFor(length)) {
            queue.removeFirst();
            late++;
        }
        counters.dropped += late;
        queue.add(message, nowNanos);
        flush(nowNanos);
        return late == 0;
    }

    private void flush(long nowNanos) {
        counters.dropped += queue.removeOlderThan(nowNanos - MAX_WAIT_NANOS);
        while (!queue.isEmpty() && mayGo(queue.firstLength())) {
            transmit(nowNanos);
        }
    }

    /**
     * A message goes as a whole, even if only its beginning is within our window: parts of it are of no use. When nothing
     * is on its way one may always go, so that we learn when the peer's window opens (RFC 9260, 6.1 A).
     */
    private boolean mayGo(int length) {
        int chunks = (length + DataChunk.MAX_DATA_BYTES - 1) / DataChunk.MAX_DATA_BYTES;
        return flight.hasRoomFor(chunks)
                && flight.bytes() < window.bytes()
                && (length <= peerWindowBytes || flight.bytes() == 0);
    }

    private void transmit(long nowNanos) {
        int length = queue.firstLength();
        for (int at = 0; at < length; at += DataChunk.MAX_DATA_BYTES) {
            int size = Math.min(DataChunk.MAX_DATA_BYTES, length - at);
            int flags = DataChunk.UNORDERED
                    | (at == 0 ? DataChunk.BEGINNING : 0)
                    | (at + size == length ? DataChunk.ENDING : 0);
            int tsn = flight.add(size, flags, nowNanos);
            roundTrip.sent(tsn, nowNanos);
            writeData(tsn, flags, at, size);
        }
        queue.removeFirst();
        peerWindowBytes = Math.max(0, peerWindowBytes - length);
        counters.sent++;
        if (!timeout.isSet()) {
            restartTimeout(nowNanos);
        }
    }

    private void writeData(int tsn, int flags, int offset, int size) {
        writer.begin();
        inbound.bundleSack(DataChunk.HEADER_BYTES + size);
        int at = writer.chunk(ChunkType.DATA, flags, DataChunk.HEADER_BYTES + size);
        byte[] bytes = writer.bytes();
        BigEndian.writeInt(bytes, at, tsn);
        BigEndian.writeShort(bytes, at + 4, DataChunk.STREAM);
        BigEndian.writeShort(bytes, at + 6, 0); // unordered: not looked at
        BigEndian.writeInt(bytes, at + 8, DataChunk.BINARY);
        queue.copyFirst(offset, bytes, at + DataChunk.HEADER_BYTES, size);
        writer.send();
    }

    /** @return false if the peer cannot mean it */
    boolean sack(PacketReader chunk, long nowNanos) {
        byte[] bytes = chunk.bytes();
        int at = chunk.valueOffset();
        int cumulative = BigEndian.readInt(bytes, at);
        if (!isConsistent(chunk, cumulative)) {
            return false;
        }
        if (Tsn.isAfter(flight.acknowledged(), cumulative)) {
            return true; // overtaken by a later one
        }
        int before = flight.bytes();
        int forward = flight.forward();
        boolean advances = cumulative != flight.acknowledged();
        int news = flight.acknowledgeUpTo(cumulative);
        int highestNews = cumulative;
        int gaps = BigEndian.unsignedShort(bytes, at + 8);
        for (int i = 0; i < gaps; i++) {
            int from = cumulative + BigEndian.unsignedShort(bytes, at + 12 + 4 * i);
            int to = cumulative + BigEndian.unsignedShort(bytes, at + 14 + 4 * i);
            for (int tsn = from; tsn != to + 1; tsn++) {
                int more = flight.acknowledge(tsn);
                if (more > 0) {
                    news += more;
                    highestNews = tsn;
                }
            }
        }
        acknowledged(news, before, advances, nowNanos);
        int lost = flight.overtaken(highestNews, nowNanos - roundTrip.patienceNanos());
        if (lost > 0) {
            window.lost(flight.highest());
            lost(lost, nowNanos);
        }
        peerWindowBytes = Math.max(0, Integer.toUnsignedLong(BigEndian.readInt(bytes, at + 4)) - flight.bytes());
        if (flight.isEmpty()) {
            timeout.stop();
        } else if (flight.mustForward() && flight.forward() != forward) {
            sendForward();
            restartTimeout(nowNanos);
        } else if (advances) {
            restartTimeout(nowNanos);
        }
        flush(nowNanos);
        return true;
    }

    private boolean isConsistent(PacketReader chunk, int cumulative) {
        byte[] bytes = chunk.bytes();
        int at = chunk.valueOffset();
        int gaps = BigEndian.unsignedShort(bytes, at + 8);
        int duplicates = BigEndian.unsignedShort(bytes, at + 10);
        if (chunk.valueLength() != 12 + 4 * (gaps + duplicates) || Tsn.isAfter(cumulative, flight.highest())) {
            return false;
        }
        int previous = 0;
        int limit = flight.highest() - cumulative;
        for (int i = 0; i < gaps; i++) {
            int from = BigEndian.unsignedShort(bytes, at + 12 + 4 * i);
            int to = BigEndian.unsignedShort(bytes, at + 14 + 4 * i);
            if (from <= previous || to < from || to > limit) {
                return false;
            }
            previous = to;
        }
        return true;
    }

    private void acknowledged(int bytes, int flightBefore, boolean advances, long nowNanos) {
        roundTrip.look(flight, nowNanos);
        if (bytes > 0 || advances) {
            silence.broken();
            answered = true;
        }
        if (advances) {
            window.acknowledged(bytes, flightBefore, flight.acknowledged());
        }
    }

    private void lost(int chunks, long nowNanos) {
        counters.abandoned += chunks;
        roundTrip.look(flight, nowNanos);
    }

    /** SHUTDOWN: the peer has this much, and nothing else will be sent to it. */
    void shutDown() {
        timeout.stop();
        while (!queue.isEmpty()) {
            queue.removeFirst();
            counters.dropped++;
        }
    }

    long deadlineNanos() {
        return timeout.dueNanos();
    }

    void tick(long nowNanos) {
        if (!timeout.isDue(nowNanos)) {
            return;
        }
        int lost = flight.expire(nowNanos - roundTrip.timeoutNanos());
        if (answered) {
            window.lost(flight.highest());
        } else {
            silence.count();
            roundTrip.backOff();
            window.timedOut();
        }
        lost(lost, nowNanos);
        sendForward();
        restartTimeout(nowNanos);
        flush(nowNanos);
    }

    private void restartTimeout(long nowNanos) {
        timeout.set(nowNanos + roundTrip.timeoutNanos());
        answered = false;
    }

    /** Unordered messages need no list of streams (RFC 3758, 3.2). */
    private void sendForward() {
        writer.begin();
        int at = writer.chunk(ChunkType.FORWARD_TSN, 0, 4);
        BigEndian.writeInt(writer.bytes(), at, flight.forward());
        writer.send();
    }
}
