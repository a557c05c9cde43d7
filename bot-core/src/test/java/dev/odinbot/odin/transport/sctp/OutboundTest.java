package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.sctp.Wire.Chunk;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What we send to a peer that is slow, silent or wrong in what it acknowledges. */
class OutboundTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ScriptedPeer peer = ScriptedPeer.established();

    @Test
    void sack_inconsistent_isDropped() {
        peer.send(10);
        peer.chunks();
        int first = peer.itsFirstTsn;
        peer.give(peer.itsTag, Wire.sack(first + 1, 1000, 0)); // never sent
        peer.give(peer.itsTag, Wire.sack(first - 1, 1000, 0x0001_0000)); // counts a gap that is not there
        peer.give(peer.itsTag, Wire.sack(first - 1, 1000, 0x0001_0000, 0x0002_0002)); // of what was not sent
        peer.give(peer.itsTag, Wire.sack(first - 1, 1000, 0x0001_0000, 0x0001_0000)); // ends before it begins
        assertThat(peer.association.counters().malformed).isEqualTo(4);
        assertThat(peer.association.connection().outbound().flight().bytes()).isEqualTo(10);
    }

    @Test
    void zeroWindow_letsOneMessageTryAtATime_andDropsWhatWaitsTooLong() {
        peer.send(100);
        peer.give(peer.itsTag, Wire.sack(peer.itsFirstTsn, 0, 0));
        peer.chunks();
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            refused += peer.send(100) ? 0 : 1;
            peer.pass(SECOND / 50);
            int highest = peer.association.connection().outbound().highestTsn();
            for (Chunk chunk : peer.chunks()) {
                if (chunk.type() == 192) {
                    // The probe did not fit, and we are told to do without it.
                    peer.give(peer.itsTag, Wire.sack(chunk.intAt(0), 0, 0));
                }
            }
            assertThat(peer.association.connection().outbound().flight().bytes())
                    .isLessThanOrEqualTo(100);
            assertThat(peer.association.connection().outbound().queue().usedBytes())
                    .isLessThanOrEqualTo(600);
            assertThat(highest - peer.itsFirstTsn).isLessThan(40);
        }
        assertThat(peer.outbox.closed).isNull();
        assertThat(refused).isGreaterThan(400);

        int last = peer.association.connection().outbound().highestTsn();
        assertThat(last - peer.itsFirstTsn).as("tries").isGreaterThan(4);
        peer.give(peer.itsTag, Wire.sack(last, 100_000, 0));
        for (int i = 0; i < 10; i++) {
            assertThat(peer.send(100)).isTrue();
        }
        peer.give(
                peer.itsTag, Wire.sack(peer.association.connection().outbound().highestTsn(), 100_000, 0));
        assertThat(peer.association.connection().outbound().highestTsn() - last).isGreaterThanOrEqualTo(14);
        assertThat(peer.association.connection().outbound().queue().isEmpty()).isTrue();
    }

    @Test
    void reneging_ofAChunkThatOnceWasAcknowledged_doesNotStick() {
        for (int i = 0; i < 3; i++) {
            peer.send(100);
        }
        int first = peer.itsFirstTsn;
        peer.give(peer.itsTag, Wire.sack(first, 100_000, 0x0001_0000, 0x0002_0002));
        peer.give(peer.itsTag, Wire.sack(first + 0, 100_000, 0x0001_0000, 0x0001_0001));
        peer.chunks();
        peer.pass(3 * SECOND);
        assertThat(peer.chunks()).isNotEmpty().allMatch(c -> c.type() == 192 && c.intAt(0) == first + 1);
    }

    @Test
    void peerThatAcknowledgesWithGapsForEver_isGivenUp() {
        peer.send(1);
        for (int i = 1; i < 3000 && peer.outbox.closed == null; i++) {
            peer.send(1);
            int span = peer.association.connection().outbound().highestTsn() - peer.itsFirstTsn + 1;
            assertThat(span).isLessThanOrEqualTo(Flight.MAX_TSNS);
            peer.give(peer.itsTag, Wire.sack(peer.itsFirstTsn - 1, 100_000, 0x0001_0000, 0x0002_0000 | span));
            peer.pass(SECOND / 50);
            peer.chunks();
        }
        assertThat(peer.outbox.closed).isEqualTo("the other side did not answer");
    }

    @Test
    void stall_inWhichTheSpeakerStops_isNotFollowedByOldSound() {
        List<Long> agesMillis = new ArrayList<>();
        peer.outbox.network = packet -> {
            for (Chunk chunk : Wire.chunks(packet)) {
                if (chunk.type() == ChunkType.DATA) {
                    long saidNanos = ByteBuffer.wrap(chunk.value()).getLong(DataChunk.HEADER_BYTES);
                    agesMillis.add(TimeUnit.NANOSECONDS.toMillis(peer.now - saidNanos));
                }
            }
        };
        for (int i = 0; i < 35; i++) {
            ByteBuffer sound = ByteBuffer.allocate(160).putLong(0, peer.now);
            peer.association.send(sound, peer.now);
            peer.pass(SECOND / 50);
        }
        assertThat(peer.association.connection().outbound().queue().isEmpty())
                .as("waits")
                .isFalse();
        peer.pass(2 * SECOND);

        assertThat(agesMillis).isNotEmpty().allMatch(age -> age <= 100);
        assertThat(peer.association.counters().dropped).isEqualTo(35 - agesMillis.size());
        assertThat(peer.association.connection().outbound().queue().isEmpty()).isTrue();
    }
}
