package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.sctp.Wire.Chunk;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is done with our own cookies when they come back. */
class CookieTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ScriptedPeer peer = new ScriptedPeer();

    private Chunk initAck() {
        peer.give(ScriptedPeer.LIBWEBRTC_INIT);
        return peer.only();
    }

    @Test
    void cookie_stale_isRefusedWithHowMuch() {
        Chunk ack = initAck();
        peer.pass(60 * SECOND + 5000);
        peer.give(ack.intAt(0), Wire.chunk(10, 0, ScriptedPeer.cookie(ack)));

        assertThat(peer.outbox.packets).hasSize(1);
        assertThat(Wire.tag(peer.outbox.packets.get(0))).isEqualTo(ScriptedPeer.TAG);
        Chunk error = peer.only();
        assertThat(error.type()).isEqualTo(9);
        assertThat(error.value()).isEqualTo(Wire.hex("0003 0008 00000005"));
        assertThat(peer.outbox.establishments).isZero();
    }

    @Test
    void cookie_forgedInAnyByte_isDroppedSilently() {
        Chunk ack = initAck();
        byte[] cookie = ScriptedPeer.cookie(ack);
        for (int i = 0; i < cookie.length; i++) {
            byte[] forged = cookie.clone();
            forged[i] ^= 0x10;
            peer.give(ack.intAt(0), Wire.chunk(10, 0, forged));
        }
        peer.give(ack.intAt(0), Wire.chunk(10, 0, new byte[0]));
        peer.give(ack.intAt(0) + 1, Wire.chunk(10, 0, cookie));
        assertThat(peer.chunks()).isEmpty();
        assertThat(peer.outbox.establishments).isZero();
        // Another association's cookie is no better.
        ScriptedPeer other = new ScriptedPeer();
        other.give(ScriptedPeer.LIBWEBRTC_INIT);
        peer.give(ack.intAt(0), Wire.chunk(10, 0, ScriptedPeer.cookie(other.only())));
        assertThat(peer.outbox.establishments).isZero();

        peer.give(ack.intAt(0), Wire.chunk(10, 0, cookie));
        assertThat(peer.outbox.establishments).isEqualTo(1);
    }

    @Test
    void cookie_repeated_isAcknowledgedAgain_evenWhenOld() {
        Chunk ack = initAck();
        peer.give(ack.intAt(0), Wire.chunk(10, 0, ScriptedPeer.cookie(ack)));
        peer.chunks();
        peer.now += 100 * SECOND;
        peer.give(ack.intAt(0), Wire.chunk(10, 0, ScriptedPeer.cookie(ack)));
        assertThat(peer.only().type()).isEqualTo(11);
        assertThat(peer.outbox.establishments).isEqualTo(1);
    }

    @Test
    void cookie_withDataBehindIt_deliversTheData() {
        Chunk ack = initAck();
        peer.give(
                ack.intAt(0),
                Wire.chunk(10, 0, ScriptedPeer.cookie(ack)),
                Wire.data(7, ScriptedPeer.FIRST_TSN, 2, 53, new byte[] {1}));
        assertThat(peer.outbox.messages).hasSize(1);
    }
}
