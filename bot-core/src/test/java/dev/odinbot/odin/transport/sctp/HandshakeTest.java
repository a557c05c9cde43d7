package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.sctp.Wire.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ScriptedPeer peer = new ScriptedPeer();

    /** INIT as it was seen from libwebrtc: FORWARD-TSN, two extensions, and more that we do not know. */
    private static final byte[] LIBWEBRTC_INIT = Wire.checked(Wire.hex("""
            1388 1388 00000000 00000000
            01 00 0028 0a0b0c0d 00500000 ffff ffff fffffffe
            c000 0004
            8008 0006 82c0 0000
            8001 0008 00000001"""));

    @Test
    void init_ofLibwebrtc_isAnsweredByteForByte() {
        peer.give(LIBWEBRTC_INIT);

        byte[] packet = peer.outbox.packets.get(0);
        Chunk ack = Wire.chunks(packet).get(0);
        byte[] cookie = ScriptedPeer.cookie(ack);
        assertThat(packet)
                .isEqualTo(Wire.checked(Wire.join(
                        Wire.hex("1388 1388 0a0b0c0d 00000000 02 00 005c"),
                        Wire.ints(ack.intAt(0)),
                        Wire.hex("00020000 0400 ffff"),
                        Wire.ints(ack.intAt(12)),
                        Wire.hex("c000 0004 8008 0006 82c0 0000 0007 003c"),
                        cookie)));
        assertThat(cookie).hasSize(56);
        assertThat(peer.association.deadlineNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void wholeExchange_withLibwebrtcFirst_goesByteForByte() {
        peer.give(LIBWEBRTC_INIT);
        Chunk ack = peer.only();
        byte[] tag = Wire.ints(ack.intAt(0));
        int tsn = ack.intAt(12);
        peer.association.start(peer.now);
        assertThat(peer.outbox.packets.remove(0))
                .isEqualTo(Wire.checked(Wire.join(
                        Wire.hex("1388 1388 00000000 00000000 01 00 0020"),
                        tag,
                        Wire.hex("00020000 0400 ffff"),
                        Wire.ints(tsn),
                        Wire.hex("c000 0004 8008 0006 82c0 0000"))));

        peer.give(ack.intAt(0), Wire.chunk(10, 0, ScriptedPeer.cookie(ack)));
        assertThat(peer.outbox.packets.remove(0))
                .isEqualTo(Wire.checked(Wire.hex("1388 1388 0a0b0c0d 00000000 0b 00 0004")));
        assertThat(peer.outbox.establishments).isEqualTo(1);

        peer.association.send(java.nio.ByteBuffer.wrap(Wire.hex("93010203 04")), peer.now);
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
                        Wire.hex("1388 1388 0a0b0c0d 00000000 03 00 0014 fffffffe 00020000 0001 0000 0002 0002")));

        peer.pass(2 * SECOND); // our message was lost
        assertThat(peer.outbox.packets.remove(0))
                .isEqualTo(Wire.checked(Wire.join(Wire.hex("1388 1388 0a0b0c0d 00000000 c0 00 0008"), Wire.ints(tsn))));
    }

    @Test
    void checksum_ofKnownBytes_isThatOfTheRfc() {
        // The check value of CRC-32c over "123456789", and RFC 3720's of 32 zeros and of 32 ones.
        java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
        crc.update("123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(crc.getValue()).isEqualTo(0xe3069283L);
        PacketChecksum checksum = new PacketChecksum();
        byte[] zeros = new byte[32];
        checksum.write(zeros, 32);
        assertThat(java.util.Arrays.copyOfRange(zeros, 8, 12)).isEqualTo(Wire.hex("aa36918a"));
        assertThat(checksum.isRight(zeros, 0, 32)).isTrue();
        zeros[31] = 1;
        assertThat(checksum.isRight(zeros, 0, 32)).isFalse();
    }

    /** Every order in which the packets of two associations can be delivered, also with any one of them coming twice. */
    @ParameterizedTest
    @CsvSource({"ALICE_ONLY, 0, 1", "TOGETHER, 0, 54", "ANY_TIME, 0, 188", "ALICE_ONLY, 1, 20"})
    void handshake_inEveryOrderOfDelivery_establishesBothOnce(Start start, int duplicates, int atLeast) {
        int[] paths = {0};
        explore(new ArrayList<>(), start, duplicates, paths);
        assertThat(paths[0]).isGreaterThanOrEqualTo(atLeast);
    }

    /** Plays the choices made so far from the beginning, then tries every one that is possible next. */
    private void explore(List<Integer> choices, Start start, int duplicates, int[] paths) {
        Play play = new Play(start, duplicates);
        for (int choice : choices) {
            play.choose(choice);
        }
        int possible = play.possible();
        if (possible == 0) {
            paths[0]++;
            play.check("choices " + choices);
        }
        for (int i = 0; i < possible; i++) {
            choices.add(i);
            explore(choices, start, duplicates, paths);
            choices.remove(choices.size() - 1);
        }
    }

    /** When the two begin. */
    private enum Start {
        ALICE_ONLY,
        TOGETHER,
        ANY_TIME
    }

    /** Two associations; a choice delivers one of the packets that are on their way, or starts one side. */
    private static final class Play {
        final List<Runnable> waiting = new ArrayList<>();
        final RecordingOutbox a = new RecordingOutbox();
        final RecordingOutbox b = new RecordingOutbox();
        final SctpAssociation alice = new SctpAssociation(5000, 5000, a);
        final SctpAssociation bob = new SctpAssociation(5000, 5000, b);

        int duplicates;

        Play(Start start, int duplicates) {
            this.duplicates = duplicates;
            a.network = bytes -> waiting.add(() -> bob.received(bytes, 0, bytes.length, 0));
            b.network = bytes -> waiting.add(() -> alice.received(bytes, 0, bytes.length, 0));
            if (start == Start.ANY_TIME) {
                waiting.add(() -> alice.start(0));
                waiting.add(() -> bob.start(0));
            } else {
                alice.start(0);
                if (start == Start.TOGETHER) {
                    bob.start(0);
                }
            }
        }

        int possible() {
            return duplicates > 0 ? 2 * waiting.size() : waiting.size();
        }

        /** The upper half of the choices delivers a packet and leaves it there. */
        void choose(int choice) {
            if (choice < waiting.size()) {
                waiting.remove(choice).run();
            } else {
                duplicates--;
                waiting.get(choice - waiting.size()).run();
            }
        }

        void check(String where) {
            assertThat(a.establishments).as(where).isEqualTo(1);
            assertThat(b.establishments).as(where).isEqualTo(1);
            assertThat(a.closed).as(where).isNull();
            assertThat(b.closed).as(where).isNull();
            alice.send(java.nio.ByteBuffer.wrap(new byte[] {1}), 0);
            bob.send(java.nio.ByteBuffer.wrap(new byte[] {2}), 0);
            while (possible() > 0) {
                choose(0);
            }
            assertThat(a.messages).as(where).containsExactly(new byte[] {2});
            assertThat(b.messages).as(where).containsExactly(new byte[] {1});
        }
    }

    @Test
    void bothBegin_overABadNetwork_areEstablishedInTime() {
        int established = 0;
        for (int seed = 0; seed < 300; seed++) {
            SimulatedNetwork network = new SimulatedNetwork(seed);
            network.loss = 0.2;
            network.duplication = 0.2;
            network.jitterNanos = 200 * SimulatedNetwork.MILLI;
            Random random = new Random(seed);
            network.alice.association.start(network.now);
            network.run((long) (random.nextDouble() * 500 * SimulatedNetwork.MILLI));
            network.bob.association.start(network.now);
            network.run(11 * SECOND);
            String where = "seed " + seed;
            RecordingOutbox a = network.alice.outbox;
            RecordingOutbox b = network.bob.outbox;
            // Either there is one, or both have given up in time.
            assertThat(a.establishments == 1 || a.closed != null).as(where).isTrue();
            assertThat(b.establishments == 1 || b.closed != null).as(where).isTrue();
            established += a.establishments == 1 && b.establishments == 1 ? 1 : 0;
            assertThat(network.alice.packets).as(where).isLessThan(60);
            assertThat(a.messages).as(where).isEmpty();
        }
        assertThat(established).isGreaterThan(295);
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

    private Chunk initAck() {
        peer.give(LIBWEBRTC_INIT);
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
        other.give(LIBWEBRTC_INIT);
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

    @Test
    void init_repeatedWhileEstablished_isAnsweredWithTheSameTagAndChangesNothing() {
        ScriptedPeer known = ScriptedPeer.established();
        known.give(LIBWEBRTC_INIT);
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
        peer.give(LIBWEBRTC_INIT);
        assertThat(peer.only().type()).isEqualTo(2);
        assertThat(peer.outbox.closed).isNull();
    }

    @Test
    void init_withUnknownParameters_reportsThoseThatWantItAndStopsWhereTold() {
        byte[] usual = ScriptedPeer.usualParameters();
        peer.give(0, ScriptedPeer.init(1, 9, 1, Wire.parameter(0xc111, new byte[] {1}), usual));
        byte[] ack = peer.only().value();
        assertThat(java.util.Arrays.copyOfRange(ack, ack.length - 12, ack.length))
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
