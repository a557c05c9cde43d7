package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random and mutated packets, most with a right checksum, at every stage of an association. */
class SctpFuzzTest {

    private static final int CASES = Integer.getInteger("fuzz.cases", 10_000);
    private static final int PACKETS_PER_ASSOCIATION = 300;
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    /** INIT ACK with all that it can have; no unverified packet gets more. */
    private static final int LONGEST_ANSWER = 12 + 20 + 12 + 60 + 128;

    private enum Stage {
        FRESH {
            @Override
            void reach(ScriptedPeer peer) {}
        },
        INIT_SENT {
            @Override
            void reach(ScriptedPeer peer) {
                peer.association.start(peer.now);
                Wire.Chunk init = peer.only();
                peer.itsTag = init.intAt(0);
                peer.itsFirstTsn = init.intAt(12);
            }
        },
        COOKIE_SENT {
            @Override
            void reach(ScriptedPeer peer) {
                INIT_SENT.reach(peer);
                byte[] cookie = Wire.parameter(7, new byte[40]);
                peer.give(
                        peer.itsTag,
                        ScriptedPeer.init(
                                2, ScriptedPeer.TAG, ScriptedPeer.FIRST_TSN, ScriptedPeer.usualParameters(), cookie));
            }
        },
        ESTABLISHED {
            @Override
            void reach(ScriptedPeer peer) {
                COOKIE_SENT.reach(peer);
                peer.give(peer.itsTag, Wire.chunk(11, 0, new byte[0]));
            }
        },
        BUSY {
            @Override
            void reach(ScriptedPeer peer) {
                ESTABLISHED.reach(peer);
                for (int i = 0; i < 12; i++) {
                    peer.send(200 * i + 1);
                    peer.data(ScriptedPeer.FIRST_TSN + 2 * i, "m" + i);
                }
            }
        },
        SHUTTING_DOWN {
            @Override
            void reach(ScriptedPeer peer) {
                BUSY.reach(peer);
                peer.give(peer.itsTag, Wire.chunk(7, 0, Wire.ints(peer.itsFirstTsn)));
            }
        };

        abstract void reach(ScriptedPeer peer);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void packets_randomAndMutated_doNoHarm(Stage stage) {
        long seed = Long.getLong("fuzz.seed", 20261122L);
        Random random = new Random(seed + stage.ordinal());
        ScriptedPeer peer = null;
        int given = 0;
        for (int i = 0; i < CASES; i++) {
            String where = "case " + i + " of seed " + seed;
            if (peer == null || peer.outbox.closed != null || given++ > PACKETS_PER_ASSOCIATION) {
                peer = new ScriptedPeer();
                stage.reach(peer);
                given = 0;
            }
            peer.outbox.packets.clear();
            peer.outbox.messages.clear();
            byte[] packet = packet(random, peer);
            boolean known = packet.length >= 8 && isItsOwn(Wire.tag(packet), peer);
            int queued = queued(peer);
            try {
                peer.give(packet);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(where + ": " + java.util.HexFormat.of().formatHex(packet), e);
            }
            checkAnswers(peer, known, queued, where);
            if (random.nextInt(8) == 0) {
                peer.send(1 + random.nextInt(random.nextInt(10) == 0 ? 9000 : 300));
            }
            if (random.nextInt(8) == 0) {
                peer.pass(random.nextInt(20) * MILLI * (random.nextInt(50) == 0 ? 1000 : 1));
            }
            checkBounds(peer, where);
        }
    }

    private static boolean isItsOwn(int tag, ScriptedPeer peer) {
        return tag == peer.itsTag && tag != 0 || tag == ScriptedPeer.TAG;
    }

    private static int queued(ScriptedPeer peer) {
        Established established = peer.association.connection();
        return established == null ? 0 : established.outbound().queue().usedBytes();
    }

    private static void checkAnswers(ScriptedPeer peer, boolean known, int queued, String where) {
        int bytes = peer.outbox.packets.stream().mapToInt(p -> p.length).sum();
        if (known) {
            // Each of HEARTBEAT, unknown chunk, SACK, SHUTDOWN … gets an answer of its own; and a window may open.
            assertThat(bytes).as(where).isLessThan(20_000 + 40 * queued);
        } else {
            assertThat(peer.outbox.packets.size()).as(where).isLessThanOrEqualTo(1);
            assertThat(bytes).as(where).isLessThanOrEqualTo(LONGEST_ANSWER);
            assertThat(peer.outbox.messages).as(where).isEmpty();
            assertThat(peer.outbox.closed).as(where).isNull();
        }
    }

    private static void checkBounds(ScriptedPeer peer, String where) {
        Established established = peer.association.connection();
        if (established != null) {
            Flight flight = established.outbound().flight();
            assertThat(flight.highest() - flight.acknowledged()).as(where).isBetween(0, Flight.MAX_TSNS);
            assertThat(flight.bytes()).as(where).isBetween(0, 1 << 19);
            assertThat(established.outbound().queue().usedBytes()).as(where).isLessThanOrEqualTo(SendQueue.MAX_BYTES);
            assertThat(established.inbound().usedBytes()).as(where).isBetween(0, Reassembly.MAX_BYTES);
        }
        assertThat(peer.association.deadlineNanos()).as(where).isGreaterThan(peer.now);
    }

    private static byte[] packet(Random random, ScriptedPeer peer) {
        byte[] packet = switch (random.nextInt(8)) {
            case 0 -> bytes(random, random.nextInt(1400));
            case 1 -> Wire.packet(tag(random, peer), bytes(random, 4 * random.nextInt(40)));
            case 2 -> Wire.packet(tag(random, peer), chunk(random, peer), chunk(random, peer), chunk(random, peer));
            default -> Wire.packet(tag(random, peer), chunk(random, peer));
        };
        int mutations = random.nextInt(3) == 0 ? 0 : random.nextInt(6);
        for (int i = 0; i < mutations && packet.length > 12; i++) {
            packet = mutated(packet, random);
        }
        return random.nextInt(20) == 0 ? packet : Wire.checked(packet);
    }

    private static byte[] mutated(byte[] packet, Random random) {
        int at = 12 + random.nextInt(packet.length - 12);
        switch (random.nextInt(6)) {
            case 0 -> packet[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> packet[at] = (byte) random.nextInt(256);
            case 2 -> packet[at] = 0;
            case 3 -> packet[at] = (byte) 0xff;
            case 4 -> {
                return Arrays.copyOf(packet, at / 4 * 4);
            }
            default -> {
                return Wire.join(
                        Arrays.copyOf(packet, at / 4 * 4), Arrays.copyOfRange(packet, at / 4 * 4 - 4, packet.length));
            }
        }
        return packet;
    }

    private static int tag(Random random, ScriptedPeer peer) {
        return switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> ScriptedPeer.TAG;
            case 2 -> random.nextInt();
            default -> peer.itsTag;
        };
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] chunk(Random random, ScriptedPeer peer) {
        int theirs = ScriptedPeer.FIRST_TSN + random.nextInt(60) - 10;
        int its = peer.itsFirstTsn + random.nextInt(20) - 3;
        int pair = random.nextInt(12) << 16 | random.nextInt(12);
        return switch (random.nextInt(18)) {
            case 0 -> ScriptedPeer.init(1, random.nextInt(), theirs, ScriptedPeer.usualParameters());
            case 1 ->
                ScriptedPeer.init(
                        2,
                        random.nextInt(),
                        theirs,
                        ScriptedPeer.usualParameters(),
                        Wire.parameter(7, bytes(random, 20)));
            case 2, 3 -> Wire.sack(its, random.nextInt(100_000), 0x0001_0000, pair);
            case 4 -> Wire.sack(its, random.nextInt(), 0x0002_0001, pair, pair + 0x0003_0005, its);
            case 5 -> Wire.chunk(192, 0, Wire.ints(theirs, 0x0002_0001));
            case 6 -> Wire.chunk(4, 0, Wire.parameter(1, bytes(random, 12)));
            case 7 -> Wire.chunk(5, 0, Wire.parameter(1, bytes(random, 8)));
            case 8 -> Wire.chunk(130, 0, Wire.parameter(13, Wire.ints(1, 2, 3, 0x0001_0003)));
            case 9 -> Wire.chunk(130, 0, Wire.parameter(14 + random.nextInt(5), bytes(random, 8 + random.nextInt(8))));
            case 10 -> Wire.chunk(9, 0, Wire.parameter(random.nextInt(14), bytes(random, 4)));
            case 11 -> Wire.chunk(10, 0, bytes(random, 56));
            case 12 -> Wire.chunk(random.nextInt(256), random.nextInt(256), bytes(random, random.nextInt(60)));
            case 13 -> Wire.chunk(random.nextBoolean() ? 11 : 8, 0, new byte[0]);
            default ->
                Wire.data(
                        random.nextInt(8),
                        theirs,
                        2,
                        random.nextBoolean() ? 53 : 51,
                        bytes(random, 1 + random.nextInt(500)));
        };
    }
}
