package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.sctp.Wire.Chunk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an established association answers to a peer that is not another of ours. */
class ScriptedPeerTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ScriptedPeer peer = ScriptedPeer.established();

    @Test
    void data_textAndBinaryOfStreamTwo_areDelivered_othersOnlyAcknowledged() {
        byte[] text = "x".getBytes(StandardCharsets.UTF_8);
        peer.give(
                peer.itsTag,
                Wire.data(7, ScriptedPeer.FIRST_TSN, 2, 51, text),
                Wire.data(3, ScriptedPeer.FIRST_TSN + 1, 2, 53, text),
                Wire.data(7, ScriptedPeer.FIRST_TSN + 2, 2, 50, text),
                Wire.data(7, ScriptedPeer.FIRST_TSN + 3, 7, 53, text));
        peer.pass(SECOND);

        assertThat(peer.outbox.messages).containsExactly(text, text);
        Chunk sack = peer.only();
        assertThat(sack.type()).isEqualTo(3);
        assertThat(sack.intAt(0)).isEqualTo(ScriptedPeer.FIRST_TSN + 3);
        assertThat(peer.association.counters().ignored).isEqualTo(2);
    }

    @Test
    void data_withoutData_aborts() {
        peer.give(peer.itsTag, Wire.data(7, ScriptedPeer.FIRST_TSN, 2, 53, new byte[0]));

        Chunk abort = peer.only();
        assertThat(abort.type()).isEqualTo(6);
        assertThat(abort.value()).isEqualTo(Wire.hex("0009 0008 fffffffe"));
        assertThat(peer.outbox.closed).isNotNull();
    }

    @Test
    void data_withGapAndDuplicates_isSackedAtOnceWithBoth() {
        peer.data(ScriptedPeer.FIRST_TSN, "a");
        assertThat(peer.chunks()).isEmpty();
        peer.data(ScriptedPeer.FIRST_TSN + 2, "c");
        assertThat(peer.only().value())
                .isEqualTo(
                        Wire.join(Wire.ints(ScriptedPeer.FIRST_TSN, Inbound.WINDOW_BYTES, 0x0001_0000, 0x0002_0002)));
        peer.data(ScriptedPeer.FIRST_TSN + 2, "c");
        assertThat(peer.only().value())
                .isEqualTo(Wire.ints(ScriptedPeer.FIRST_TSN, Inbound.WINDOW_BYTES, 0x0001_0001, 0x0002_0002, 0));
        peer.data(ScriptedPeer.FIRST_TSN + 1, "b");
        assertThat(peer.only().value()).isEqualTo(Wire.ints(ScriptedPeer.FIRST_TSN + 2, Inbound.WINDOW_BYTES, 0));
        assertThat(peer.outbox.messages).hasSize(3);
    }

    @Test
    void data_withImmediateBit_isSackedAtOnce() {
        peer.give(peer.itsTag, Wire.data(15, ScriptedPeer.FIRST_TSN, 2, 53, new byte[] {1}));
        assertThat(peer.only().type()).isEqualTo(3);
    }

    @Test
    void data_farAheadOfTheWindow_isNotAcknowledged() {
        peer.data(ScriptedPeer.FIRST_TSN + ReceivedTsns.WINDOW, "far");
        assertThat(peer.only().value()).isEqualTo(Wire.ints(ScriptedPeer.FIRST_TSN - 1, Inbound.WINDOW_BYTES, 0));
        assertThat(peer.outbox.messages).isEmpty();
    }

    @Test
    void forwardTsn_overAHole_advancesAndForgetsFragments() {
        peer.give(peer.itsTag, Wire.data(6, ScriptedPeer.FIRST_TSN, 2, 53, new byte[100]));
        peer.data(ScriptedPeer.FIRST_TSN + 2, "c");
        peer.chunks();
        peer.give(peer.itsTag, Wire.chunk(192, 0, Wire.ints(ScriptedPeer.FIRST_TSN + 1)));

        assertThat(peer.only().value()).isEqualTo(Wire.ints(ScriptedPeer.FIRST_TSN + 2, Inbound.WINDOW_BYTES, 0));
        peer.give(peer.itsTag, Wire.data(5, ScriptedPeer.FIRST_TSN + 1, 2, 53, new byte[100]));
        assertThat(peer.outbox.messages).hasSize(1);
    }

    @Test
    void forwardTsn_repeated_isSackedAgainWithin200Millis() {
        for (int i = 0; i < 2; i++) {
            peer.give(peer.itsTag, Wire.chunk(192, 0, Wire.ints(ScriptedPeer.FIRST_TSN + 5)));
            assertThat(peer.chunks()).isEmpty();
            peer.pass(SECOND / 5);
            assertThat(peer.only().intAt(0)).isEqualTo(ScriptedPeer.FIRST_TSN + 5);
        }
    }

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
    void streamReset_cutShort_isDropped() {
        for (int length = 0; length < 12; length += 4) {
            peer.give(peer.itsTag, Wire.chunk(130, 0, Wire.parameter(13, new byte[length])));
        }
        peer.give(peer.itsTag, Wire.chunk(130, 0, new byte[0]));
        assertThat(peer.chunks()).isEmpty();
        assertThat(peer.outbox.closed).isNull();
        assertThat(peer.association.counters().malformed).isEqualTo(4);
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
    void heartbeatAck_forged_countsForNothing() {
        peer.pass(30 * SECOND);
        byte[] information = peer.only().value();
        information[9] ^= 1;
        peer.give(peer.itsTag, Wire.chunk(5, 0, information));
        peer.pass(25 * SECOND);
        assertThat(peer.outbox.closed).isNotNull();
    }

    @Test
    void abort_withEitherTag_closes() {
        peer.give(ScriptedPeer.TAG, Wire.chunk(6, 0, new byte[0]));
        assertThat(peer.outbox.closed).isNull();
        peer.give(ScriptedPeer.TAG, Wire.chunk(6, 1, new byte[0]));
        assertThat(peer.outbox.closed).isEqualTo("aborted by the other side");
        assertThat(peer.chunks()).isEmpty();
        peer.data(ScriptedPeer.FIRST_TSN, "late");
        assertThat(peer.send(1)).isFalse();
        assertThat(peer.outbox.messages).isEmpty();
    }

    @Test
    void abort_ofOurs_tellsThePeerAndSaysNothing() {
        peer.association.abort("bye");
        peer.association.abort("bye");

        Chunk abort = peer.only();
        assertThat(abort.type()).isEqualTo(6);
        assertThat(abort.value()).isEqualTo(Wire.hex("000c 0007 627965"));
        assertThat(peer.outbox.closed).isNull();
    }

    @Test
    void shutdown_isAnsweredUntilComplete_thenClosed() {
        peer.send(10);
        peer.chunks();
        peer.give(peer.itsTag, Wire.chunk(7, 0, Wire.ints(peer.itsFirstTsn)));
        assertThat(peer.only().type()).isEqualTo(8);
        assertThat(peer.send(1)).isFalse();
        peer.pass(SECOND);
        assertThat(peer.chunks()).isNotEmpty().allMatch(c -> c.type() == 8);
        assertThat(peer.outbox.closed).isNull();

        peer.give(peer.itsTag, Wire.chunk(14, 0, new byte[0]));
        assertThat(peer.outbox.closed).isEqualTo("closed by the other side");
    }

    @Test
    void shutdown_neverCompleted_closesAllTheSame() {
        peer.give(peer.itsTag, Wire.chunk(7, 0, Wire.ints(peer.itsFirstTsn - 1)));
        peer.pass(60 * SECOND);
        assertThat(peer.outbox.closed).isEqualTo("closed by the other side");
        assertThat(peer.chunks().size()).isLessThan(23);
    }

    @Test
    void shutdownComplete_withoutShutdown_isIgnored() {
        peer.give(peer.itsTag, Wire.chunk(14, 0, new byte[0]));
        assertThat(peer.outbox.closed).isNull();
    }

    @Test
    void streamReset_ofOurStream_isPerformedAnsweredWithOursAndCloses() {
        peer.send(10);
        peer.chunks();
        peer.give(
                peer.itsTag,
                Wire.chunk(
                        130,
                        0,
                        Wire.parameter(13, Wire.join(Wire.ints(77, 0, ScriptedPeer.FIRST_TSN), Wire.hex("0002")))));

        Chunk answer = peer.only();
        assertThat(answer.type()).isEqualTo(130);
        assertThat(answer.value())
                .isEqualTo(Wire.join(
                        Wire.hex("0010 000c"),
                        Wire.ints(77, 1),
                        Wire.hex("000d 0012"),
                        Wire.ints(peer.itsFirstTsn, 77, peer.itsFirstTsn),
                        Wire.hex("0002")));
        assertThat(peer.outbox.closed).isEqualTo("closed by the other side");
    }

    @Test
    void streamReset_ofAnother_isAnsweredAndNothingElse() {
        peer.give(
                peer.itsTag,
                Wire.chunk(130, 0, Wire.parameter(13, Wire.join(Wire.ints(77, 0, 5), Wire.hex("0001 0003")))));
        assertThat(peer.only().value()).isEqualTo(Wire.join(Wire.hex("0010 000c"), Wire.ints(77, 0)));
        peer.give(peer.itsTag, Wire.chunk(130, 0, Wire.parameter(17, Wire.ints(78, 0x0001_0000))));
        assertThat(peer.only().value()).isEqualTo(Wire.join(Wire.hex("0010 000c"), Wire.ints(78, 2)));
        peer.give(peer.itsTag, Wire.chunk(130, 0, Wire.parameter(16, Wire.ints(78, 1))));
        peer.give(peer.itsTag, Wire.chunk(130, 0, Wire.parameter(99, Wire.ints(78, 1))));
        assertThat(peer.chunks()).isEmpty();
        assertThat(peer.outbox.closed).isNull();
        assertThat(peer.association.counters().malformed).isEqualTo(1);
    }

    @Test
    void unknownChunk_isSkippedAndReportedAsItsHighBitsSay() {
        byte[] data = Wire.data(7, ScriptedPeer.FIRST_TSN, 2, 53, new byte[] {1});
        peer.give(peer.itsTag, Wire.chunk(0x3f, 0, new byte[4]), data);
        assertThat(peer.chunks()).isEmpty();
        peer.give(peer.itsTag, Wire.chunk(0x7f, 0, new byte[200]), data);
        Chunk error = peer.only();
        assertThat(error.type()).isEqualTo(9);
        assertThat(error.value()).hasSize(4 + 64).startsWith(Wire.hex("0006 0044 7f00 00cc"));
        assertThat(peer.outbox.messages).isEmpty();

        peer.give(peer.itsTag, Wire.chunk(0xff, 0, new byte[4]), Wire.chunk(0xff, 0, new byte[4]), data);
        assertThat(peer.only().type()).isEqualTo(9);
        assertThat(peer.outbox.messages).hasSize(1);
        peer.give(
                peer.itsTag,
                Wire.chunk(0xbf, 0, new byte[4]),
                Wire.data(15, ScriptedPeer.FIRST_TSN + 1, 2, 53, new byte[1]));
        assertThat(peer.only().type()).isEqualTo(3);
        assertThat(peer.outbox.messages).hasSize(2);
    }

    @Test
    void packet_malformedOrForeign_isDroppedWithoutAnAnswer() {
        byte[] data = Wire.data(15, ScriptedPeer.FIRST_TSN, 2, 53, new byte[] {1, 2, 3, 4});
        byte[] good = Wire.packet(peer.itsTag, data);
        byte[] wrongSum = good.clone();
        wrongSum[good.length - 1] ^= 1;
        byte[] wrongPort = good.clone();
        wrongPort[1] ^= 1;
        byte[] shortChunk = good.clone();
        shortChunk[15] = 3;
        byte[] longChunk = good.clone();
        longChunk[15]++;
        peer.give(wrongSum);
        peer.give(Wire.checked(wrongPort));
        peer.give(Wire.checked(shortChunk));
        peer.give(Wire.checked(longChunk));
        peer.give(Wire.checked(java.util.Arrays.copyOf(good, good.length - 2)));
        peer.give(Wire.packet(peer.itsTag));
        peer.give(peer.itsTag, data, ScriptedPeer.init(2, 5, 6, ScriptedPeer.usualParameters()));
        peer.give(peer.itsTag, data, Wire.chunk(10, 0, new byte[4]));
        assertThat(peer.association.counters().malformed).isEqualTo(8);

        peer.give(peer.itsTag + 1, data);
        peer.give(0, data);
        assertThat(peer.association.counters().foreign).isEqualTo(2);
        assertThat(peer.chunks()).isEmpty();
        assertThat(peer.outbox.messages).isEmpty();

        peer.give(good);
        assertThat(peer.outbox.messages).hasSize(1);
    }

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
}
