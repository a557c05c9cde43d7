package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Peers that cannot be, or cannot do what we need; and those that only know more than we do. */
class InitChunkTest {

    private final ScriptedPeer peer = new ScriptedPeer();

    @Test
    void initAck_withoutCookieOrForwardTsn_isRefusedAndEndsIt() {
        for (byte[] parameters : List.of(
                ScriptedPeer.usualParameters(), Wire.parameter(7, new byte[20]), Wire.parameter(7, new byte[1200]))) {
            ScriptedPeer one = new ScriptedPeer();
            one.association.start(one.now);
            int tag = one.only().intAt(0);
            one.give(tag, ScriptedPeer.init(2, 9, 1, parameters));
            assertThat(Wire.tag(one.outbox.packets.get(0))).isEqualTo(9);
            assertThat(one.only().type()).isEqualTo(6);
            assertThat(one.outbox.closed).isNotNull();
        }
    }

    @Test
    void init_thatCannotBe_isRefusedOrDropped_andChangesNothing() {
        byte[] usual = ScriptedPeer.usualParameters();
        byte[] smallWindow = ScriptedPeer.init(1, 9, 1, usual);
        System.arraycopy(Wire.ints(1499), 0, smallWindow, 8, 4);
        byte[] fewStreams = ScriptedPeer.init(1, 9, 1, usual);
        System.arraycopy(Wire.hex("0002"), 0, fewStreams, 14, 2);
        byte[] noForward = ScriptedPeer.init(1, 9, 1);
        byte[] named = ScriptedPeer.init(1, 9, 1, usual, Wire.parameter(11, new byte[4]));
        for (byte[] init : List.of(smallWindow, fewStreams, noForward, named)) {
            peer.give(0, init);
            assertThat(Wire.tag(peer.outbox.packets.get(0))).isEqualTo(9);
            assertThat(peer.only().type()).isEqualTo(6);
        }
        byte[] badParameter = ScriptedPeer.init(1, 9, 1, usual);
        badParameter[23] = 3;
        peer.give(0, ScriptedPeer.init(1, 0, 1, usual));
        peer.give(0, badParameter);
        peer.give(0, Wire.chunk(1, 0, new byte[12]));
        peer.give(5, ScriptedPeer.init(1, 9, 1, usual));
        assertThat(peer.chunks()).isEmpty();
        peer.give(ScriptedPeer.LIBWEBRTC_INIT);
        assertThat(peer.only().type()).isEqualTo(2);
        assertThat(peer.outbox.closed).isNull();
    }

    @Test
    void init_withUnknownParameters_reportsThoseThatWantItAndStopsWhereTold() {
        byte[] usual = ScriptedPeer.usualParameters();
        peer.give(0, ScriptedPeer.init(1, 9, 1, Wire.parameter(0xc111, new byte[] {1}), usual));
        byte[] ack = peer.only().value();
        assertThat(Arrays.copyOfRange(ack, ack.length - 12, ack.length))
                .isEqualTo(Wire.hex("0008 0009 c111 0005 01 000000"));
        // Stops before it says that it can do without lost messages.
        peer.give(0, ScriptedPeer.init(1, 9, 1, Wire.parameter(0x4111, new byte[] {1}), usual));
        assertThat(peer.only().type()).isEqualTo(6);
        peer.give(0, ScriptedPeer.init(1, 9, 1, Wire.parameter(0xc111, new byte[500]), usual));
        assertThat(peer.only().value().length).isEqualTo(16 + 12 + 60);
    }

    @Test
    void peerOfWebrtcRs_thatOnlyListsItsExtensions_isTaken() {
        peer.give(0, ScriptedPeer.init(1, 9, 1, Wire.parameter(0x8008, Wire.hex("82c0"))));
        assertThat(peer.only().type()).isEqualTo(2);
    }
}
