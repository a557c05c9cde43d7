package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.sctp.Wire.Chunk;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whether the other is still there: what we answer to that, and how we ask. */
class HeartbeatTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ScriptedPeer peer = ScriptedPeer.established();

    @Test
    void heartbeat_isAnsweredWithItsInformation_oncePerPacket() {
        byte[] heartbeat = Wire.chunk(4, 0, Wire.hex("0001 0009 0102030405 000000"));
        peer.give(peer.itsTag, heartbeat, heartbeat, heartbeat);

        Chunk answer = peer.only();
        assertThat(answer.type()).isEqualTo(5);
        assertThat(answer.value()).isEqualTo(Wire.hex("0001 0009 0102030405 000000"));
    }

    @Test
    void heartbeat_longerThanOurPackets_isNotAnswered() {
        peer.give(peer.itsTag, Wire.chunk(4, 0, new byte[1300]));
        assertThat(peer.chunks()).isEmpty();
    }

    @Test
    void idlePeer_isAskedAfter30Seconds_andGivenUpWithoutAnswer() {
        peer.pass(29 * SECOND);
        assertThat(peer.chunks()).isEmpty();
        peer.pass(SECOND);
        Chunk heartbeat = peer.only();
        assertThat(heartbeat.type()).isEqualTo(4);

        peer.give(peer.itsTag, Wire.chunk(5, 0, heartbeat.value()));
        peer.pass(29 * SECOND);
        assertThat(peer.chunks()).isEmpty();
        peer.pass(60 * SECOND);
        List<Chunk> chunks = peer.chunks();
        assertThat(chunks.subList(0, chunks.size() - 1)).hasSize(21).allMatch(c -> c.type() == 4);
        assertThat(chunks.get(chunks.size() - 1).type()).isEqualTo(6);
        assertThat(peer.outbox.closed).isEqualTo("the other side did not answer");
        assertThat(peer.association.deadlineNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void heartbeatAck_forged_isNoAnswer() {
        peer.pass(30 * SECOND);
        byte[] information = peer.only().value();
        information[9] ^= 1;
        // In the same instant: later, any packet at all would show that the peer is there.
        peer.give(peer.itsTag, Wire.chunk(5, 0, information));
        peer.pass(25 * SECOND);
        assertThat(peer.outbox.closed).isNotNull();
    }

    @Test
    void heartbeat_unanswered_byAPeerThatTalksOn_isNeitherRepeatedNorHeldAgainstIt() {
        for (int i = 0; i < 50; i++) {
            peer.pass(i == 0 ? 30 * SECOND : SECOND);
            assertThat(peer.chunks()).as("ask " + i).hasSize(1).allMatch(c -> c.type() == ChunkType.HEARTBEAT);
            peer.pass(SECOND / 100);
            peer.data(ScriptedPeer.FIRST_TSN + i, "still here");
            peer.pass(29 * SECOND);
            assertThat(peer.only().type()).isEqualTo(ChunkType.SACK);
        }
        assertThat(peer.outbox.closed).isNull();
    }
}
