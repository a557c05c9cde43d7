package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.sctp.Wire.Chunk;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The other side of one association, played by the test. */
final class ScriptedPeer {

    static final int TAG = 0x0a0b0c0d;
    static final int FIRST_TSN = 0xfffffffe;
    static final int WINDOW = 0x00500000;

    /** INIT as it was seen from libwebrtc: FORWARD-TSN, two extensions, and more that we do not know. */
    static final byte[] LIBWEBRTC_INIT = Wire.checked(Wire.hex("""
            1388 1388 00000000 00000000
            01 00 0028 0a0b0c0d 00500000 ffff ffff fffffffe
            c000 0004
            8008 0006 82c0 0000
            8001 0008 00000001"""));

    final RecordingOutbox outbox = new RecordingOutbox();
    final SctpAssociation association = new SctpAssociation(5000, 5000, outbox);
    long now = 1_000_000_000L;

    /** Of the association. */
    int itsTag;

    int itsFirstTsn;

    static byte[] init(int type, int tag, int firstTsn, byte[]... parameters) {
        return Wire.chunk(type, 0, Wire.join(Wire.ints(tag, WINDOW, 0xffff_ffff, firstTsn), Wire.join(parameters)));
    }

    /** As libwebrtc's: FORWARD-TSN, and RE-CONFIG with it as extensions. */
    static byte[] usualParameters() {
        return Wire.hex("c0000004 80080006 82c00000");
    }

    static ScriptedPeer established() {
        ScriptedPeer peer = new ScriptedPeer();
        peer.give(0, init(1, TAG, FIRST_TSN, usualParameters()));
        Chunk ack = peer.only();
        assertThat(ack.type()).isEqualTo(2);
        peer.itsTag = ack.intAt(0);
        peer.itsFirstTsn = ack.intAt(12);
        peer.give(peer.itsTag, Wire.chunk(10, 0, cookie(ack)));
        assertThat(peer.only().type()).isEqualTo(11);
        assertThat(peer.outbox.establishments).isEqualTo(1);
        return peer;
    }

    static byte[] cookie(Chunk initAck) {
        int at = 16;
        while (initAck.shortAt(at) != 7) {
            at += (initAck.shortAt(at + 2) + 3) / 4 * 4;
        }
        return Arrays.copyOfRange(initAck.value(), at + 4, at + initAck.shortAt(at + 2));
    }

    void give(int tag, byte[]... chunks) {
        give(Wire.packet(tag, chunks));
    }

    void give(byte[] packet) {
        association.received(packet, 0, packet.length, now);
    }

    void data(int tsn, String text) {
        give(itsTag, Wire.data(7, tsn, 2, 53, text.getBytes(StandardCharsets.UTF_8)));
    }

    boolean send(int length) {
        return association.send(ByteBuffer.wrap(new byte[length]), now);
    }

    void pass(long nanos) {
        long until = now + nanos;
        int ticks = 0;
        while (association.deadlineNanos() <= until) {
            now = Math.max(now, association.deadlineNanos());
            association.tick(now);
            assertThat(association.deadlineNanos()).as("after a tick").isGreaterThan(now);
            assertThat(ticks++).as("ticks").isLessThan(10_000);
        }
        now = until;
    }

    /** What came since one last looked. */
    List<Chunk> chunks() {
        List<Chunk> chunks = new ArrayList<>();
        for (byte[] packet : outbox.packets) {
            chunks.addAll(Wire.chunks(packet));
        }
        outbox.packets.clear();
        return chunks;
    }

    Chunk only() {
        List<Chunk> chunks = chunks();
        assertThat(chunks).hasSize(1);
        return chunks.get(0);
    }
}
