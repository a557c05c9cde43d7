package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.sctp.Wire.Chunk;
import java.nio.charset.StandardCharsets;
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
        assertThat(peer.association.counters().ignored).isEqualTo(1);
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
}
