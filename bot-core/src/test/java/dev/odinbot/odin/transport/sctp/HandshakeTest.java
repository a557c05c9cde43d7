package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.sctp.Wire.Chunk;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The four packets byte for byte, and what may go wrong between them. */
class HandshakeTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ScriptedPeer peer = new ScriptedPeer();

    @Test
    void init_ofLibwebrtc_isAnsweredByteForByte() {
        peer.give(ScriptedPeer.LIBWEBRTC_INIT);

        byte[] packet = peer.outbox.packets.get(0);
        Chunk ack = Wire.chunks(packet).get(0);
        byte[] cookie = ScriptedPeer.cookie(ack);
        assertThat(packet)
                .isEqualTo(Wire.checked(Wire.join(
                        Wire.hex("1388 1388 0a0b0c0d 00000000 02 00 005c"),
                        Wire.ints(ack.intAt(0)),
                        Wire.hex("00100000 0400 ffff"),
                        Wire.ints(ack.intAt(12)),
                        Wire.hex("c000 0004 8008 0006 82c0 0000 0007 003c"),
                        cookie)));
        assertThat(cookie).hasSize(56);
        assertThat(peer.association.deadlineNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void wholeExchange_withLibwebrtcFirst_goesByteForByte() {
        peer.give(ScriptedPeer.LIBWEBRTC_INIT);
        Chunk ack = peer.only();
        byte[] tag = Wire.ints(ack.intAt(0));
        int tsn = ack.intAt(12);
        peer.association.start(peer.now);
        assertThat(peer.outbox.packets.remove(0))
                .isEqualTo(Wire.checked(Wire.join(
                        Wire.hex("1388 1388 00000000 00000000 01 00 0020"),
                        tag,
                        Wire.hex("00100000 0400 ffff"),
                        Wire.ints(tsn),
                        Wire.hex("c000 0004 8008 0006 82c0 0000"))));

        peer.give(ack.intAt(0), Wire.chunk(10, 0, ScriptedPeer.cookie(ack)));
        assertThat(peer.outbox.packets.remove(0))
                .isEqualTo(Wire.checked(Wire.hex("1388 1388 0a0b0c0d 00000000 0b 00 0004")));
        assertThat(peer.outbox.establishments).isEqualTo(1);

        peer.association.send(ByteBuffer.wrap(Wire.hex("93010203 04")), peer.now);
        assertThat(peer.outbox.packets.remove(0))
                .isEqualTo(Wire.checked(Wire.join(
                        Wire.hex("1388 1388 0a0b0c0d 00000000 00 07 0015"),
                        Wire.ints(tsn),
                        Wire.hex("0002 0000 00000035 9301020304 000000"))));

        peer.give(Wire.checked(Wire.join(
                Wire.hex("1388 1388"), tag, Wire.hex("00000000 00 07 0011 fffffffe 0002 0000 00000035 01 000000"))));
        peer.give(Wire.checked(Wire.join(
                Wire.hex("1388 1388"), tag, Wire.hex("00000000 00 07 0011 00000000 0002 0000 00000035 02 000000"))));
        assertThat(peer.outbox.messages).containsExactly(new byte[] {1}, new byte[] {2});
        assertThat(peer.outbox.packets.remove(0))
                .isEqualTo(Wire.checked(
                        Wire.hex("1388 1388 0a0b0c0d 00000000 03 00 0014 fffffffe 00100000 0001 0000 0002 0002")));

        peer.pass(2 * SECOND); // our message was lost
        assertThat(peer.outbox.packets.remove(0))
                .isEqualTo(Wire.checked(Wire.join(Wire.hex("1388 1388 0a0b0c0d 00000000 c0 00 0008"), Wire.ints(tsn))));
    }

    @Test
    void start_withoutAnyAnswer_repeatsWithBackOffAndGivesUpAfterTenSeconds() {
        long begin = peer.now;
        peer.association.start(begin);
        peer.association.start(begin);
        List<Long> times = new ArrayList<>();
        peer.outbox.network = bytes -> times.add(peer.now - begin);
        while (peer.outbox.closed == null) {
            peer.pass(SECOND / 10);
        }
        assertThat(times)
                .containsExactly(
                        400_000_000L, 1_200_000_000L, 2_800_000_000L, 4_800_000_000L, 6_800_000_000L, 8_800_000_000L);
        assertThat(peer.now - begin).isEqualTo(10 * SECOND);
        assertThat(peer.outbox.closed).isEqualTo("the other side did not answer");
        peer.association.start(peer.now);
        assertThat(peer.association.deadlineNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void init_repeatedWhileEstablished_isAnsweredWithTheSameTagAndChangesNothing() {
        ScriptedPeer known = ScriptedPeer.established();
        known.give(ScriptedPeer.LIBWEBRTC_INIT);
        Chunk ack = known.only();
        assertThat(ack.intAt(0)).isEqualTo(known.itsTag);
        known.give(known.itsTag, Wire.chunk(10, 0, ScriptedPeer.cookie(ack)));
        assertThat(known.only().type()).isEqualTo(11);
        known.data(ScriptedPeer.FIRST_TSN, "still there");
        assertThat(known.outbox.messages).hasSize(1);
        assertThat(known.outbox.establishments).isEqualTo(1);
    }

    @Test
    void peerRestarted_isAbortedOnceItsCookieProvesIt() {
        ScriptedPeer known = ScriptedPeer.established();
        known.give(0, ScriptedPeer.init(1, 0x7777, 1, ScriptedPeer.usualParameters()));
        Chunk ack = known.only();
        assertThat(ack.intAt(0)).isNotEqualTo(known.itsTag);
        known.data(ScriptedPeer.FIRST_TSN, "not yet over");
        assertThat(known.outbox.messages).hasSize(1);
        known.chunks();

        known.give(ack.intAt(0), Wire.chunk(10, 0, ScriptedPeer.cookie(ack)));
        assertThat(Wire.tag(known.outbox.packets.get(0))).isEqualTo(0x7777);
        assertThat(known.only().type()).isEqualTo(6);
        assertThat(known.outbox.closed).isEqualTo("the other side started over");
    }

    @Test
    void staleCookieError_beginsAnewWithinTheSameTime() {
        peer.association.start(peer.now);
        Chunk init = peer.only();
        byte[] cookie = Wire.parameter(7, new byte[20]);
        peer.give(init.intAt(0), ScriptedPeer.init(2, 9, 1, ScriptedPeer.usualParameters(), cookie));
        Chunk echo = peer.only();
        assertThat(echo.type()).isEqualTo(10);
        assertThat(echo.value()).hasSize(20);
        peer.give(init.intAt(0), Wire.chunk(9, 0, Wire.hex("0003 0008 00000005")));
        assertThat(peer.only().value()).isEqualTo(init.value());
        peer.pass(11 * SECOND);
        assertThat(peer.outbox.closed).isNotNull();
    }

    @Test
    void abort_duringSetUp_closes() {
        peer.association.start(peer.now);
        int tag = peer.only().intAt(0);
        peer.give(0, Wire.chunk(6, 1, new byte[0]));
        assertThat(peer.outbox.closed).isNull();
        peer.give(tag, Wire.chunk(6, 0, new byte[0]));
        assertThat(peer.outbox.closed).isEqualTo("aborted by the other side");
    }
}
