package dev.odinbot.odin.transport.sctp;

import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;

/** Asks a silent peer whether it is there (RFC 9260, 8.3). ICE watches the way to it; this one watches the association. */
final class Heartbeat {

    static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int INFORMATION = 1;
    private static final int INFORMATION_BYTES = 12;

    private final PacketWriter writer;
    private final RoundTrip roundTrip;
    private final Silence silence;
    private final Alarm alarm = new Alarm();
    private final long secret;
    private long heardNanos;
    private long askedNanos;
    private boolean asked;

    Heartbeat(SecureRandom random, PacketWriter writer, RoundTrip roundTrip, Silence silence, long nowNanos) {
        this.writer = writer;
        this.roundTrip = roundTrip;
        this.silence = silence;
        secret = random.nextLong();
        heardNanos = nowNanos;
        alarm.set(nowNanos + INTERVAL_NANOS);
    }

    void heard(long nowNanos) {
        heardNanos = nowNanos;
    }

    void answered(PacketReader chunk, long nowNanos) {
        if (asked
                && chunk.valueLength() == INFORMATION_BYTES
                && BigEndian.readLong(chunk.bytes(), chunk.valueOffset() + 4) == (secret ^ askedNanos)) {
            asked = false;
            silence.broken();
            roundTrip.measured(nowNanos - askedNanos);
            alarm.set(nowNanos + INTERVAL_NANOS);
        }
    }

    long deadlineNanos() {
        return alarm.dueNanos();
    }

    void tick(long nowNanos) {
        if (!alarm.isDue(nowNanos)) {
            return;
        }
        if (asked && heardNanos - askedNanos > 0) {
            // The answer may be lost; but the peer is there.
            asked = false;
            silence.broken();
        }
        if (asked) {
            silence.count();
            roundTrip.backOff();
            if (silence.isTooLong()) {
                return;
            }
        } else if (nowNanos - heardNanos < INTERVAL_NANOS) {
            alarm.set(heardNanos + INTERVAL_NANOS);
            return;
        }
        asked = true;
        askedNanos = nowNanos;
        writer.begin();
        int at = writer.chunk(ChunkType.HEARTBEAT, 0, INFORMATION_BYTES);
        BigEndian.writeShort(writer.bytes(), at, INFORMATION);
        BigEndian.writeShort(writer.bytes(), at + 2, INFORMATION_BYTES);
        BigEndian.writeLong(writer.bytes(), at + 4, secret ^ nowNanos);
        writer.send();
        alarm.set(nowNanos + roundTrip.timeoutNanos());
    }
}
