package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Minutes of sound over bad networks, in a simulated time. */
class LossyNetworkTest {

    private static final long MILLI = SimulatedNetwork.MILLI;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int MESSAGES = 2000;

    private static byte[] message(int number, int length) {
        return ByteBuffer.allocate(length).putInt(0, number).array();
    }

    /** A message every 20 ms from Alice, and every 40 ms from Bob. */
    private static void talk(SimulatedNetwork network, int messages, int length) {
        for (int i = 0; i < messages; i++) {
            network.send(network.alice, message(i, length));
            if (i % 2 == 0) {
                network.send(network.bob, message(i, length));
            }
            network.run(20 * MILLI);
        }
    }

    private static List<Integer> numbers(List<byte[]> messages) {
        List<Integer> numbers = new ArrayList<>();
        messages.forEach(m -> numbers.add(ByteBuffer.wrap(m).getInt()));
        return numbers;
    }

    private static Set<Integer> lostOf(SimulatedNetwork.Side sender) {
        Set<Integer> lost = new TreeSet<>();
        for (byte[] packet : sender.lost) {
            for (Wire.Chunk chunk : Wire.chunks(packet)) {
                if (chunk.type() == ChunkType.DATA) {
                    lost.add(chunk.intAt(DataChunk.HEADER_BYTES));
                }
            }
        }
        return lost;
    }

    private static Set<Integer> missing(List<Integer> received, int messages, int step) {
        Set<Integer> missing = new TreeSet<>();
        for (int i = 0; i < messages; i += step) {
            missing.add(i);
        }
        received.forEach(missing::remove);
        return missing;
    }

    /** The network is good again: nothing may be left over. */
    private static void settles(SimulatedNetwork network, String where) {
        network.loss = 0;
        network.down = false;
        network.duplication = 0;
        network.jitterNanos = 0;
        network.run(10 * SECOND);
        for (SimulatedNetwork.Side side : List.of(network.alice, network.bob)) {
            SimulatedNetwork.Side other = side == network.alice ? network.bob : network.alice;
            assertThat(side.outbox.closed).as(where).isNull();
            assertThat(side.association.connection().outbound().flight().isEmpty())
                    .as(where)
                    .isTrue();
            assertThat(side.association.connection().outbound().flight().bytes())
                    .as(where)
                    .isZero();
            assertThat(side.association.connection().outbound().queue().isEmpty())
                    .as(where)
                    .isTrue();
            assertThat(other.association.connection().inbound().cumulativeTsn())
                    .as(where)
                    .isEqualTo(side.association.connection().outbound().highestTsn());
            // Nothing but the heartbeat.
            assertThat(side.association.deadlineNanos() - network.now).as(where).isBetween(0L, 30 * SECOND);
            assertThat(side.association.connection().outbound().deadlineNanos())
                    .as(where)
                    .isEqualTo(Long.MAX_VALUE);
            assertThat(side.association.counters().malformed).as(where).isZero();
        }
        int before = network.bob.outbox.messages.size();
        for (int i = 0; i < 100; i++) {
            assertThat(network.send(network.alice, message(-1, 200))).as(where).isTrue();
            network.run(20 * MILLI);
        }
        network.run(SECOND);
        assertThat(network.bob.outbox.messages.size()).as(where).isEqualTo(before + 100);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0.01, 0, 5", "0.05, 0.05, 20", "0.1, 0, 100", "0.3, 0, 20", "0.3, 0.2, 100", "0, 0.3, 50"})
    void sound_withLossDuplicationAndDelay_arrivesOnceUnlessLost(double loss, double duplication, int delayMillis) {
        for (int seed = 0; seed < 2; seed++) {
            String where = "seed " + seed;
            SimulatedNetwork network = SimulatedNetwork.established(seed);
            network.loss = loss;
            network.duplication = duplication;
            network.delayNanos = delayMillis * MILLI + MILLI;
            talk(network, MESSAGES, 200);
            network.run(SECOND);
            Set<Integer> lostToBob = lostOf(network.alice);
            Set<Integer> lostToAlice = lostOf(network.bob);

            List<Integer> toBob = numbers(network.bob.outbox.messages);
            List<Integer> toAlice = numbers(network.alice.outbox.messages);
            assertThat(toBob).as(where).doesNotHaveDuplicates();
            assertThat(toAlice).as(where).doesNotHaveDuplicates();
            assertThat(network.alice.association.counters().dropped).as(where).isZero();
            assertThat(network.bob.association.counters().dropped).as(where).isZero();
            assertThat(missing(toBob, MESSAGES, 1)).as(where).isEqualTo(lostToBob);
            assertThat(missing(toAlice, MESSAGES, 2)).as(where).isEqualTo(lostToAlice);
            assertThat(network.alice.association.counters().abandoned)
                    .as(where)
                    .isBetween((long) lostToBob.size(), lostToBob.size() + MESSAGES / 100L);
            // DATA, at most a SACK for each of the other's, and some FORWARD-TSNs.
            assertThat(network.alice.packets).as(where).isLessThan(2 * MESSAGES + 10 * lostToBob.size() + 20);
            assertThat(network.alice.ticks.size()).as(where).isLessThan(MESSAGES);
            settles(network, where);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.1, 0.3})
    void sound_withUpTo200MillisOfJitter_arrivesOnceAndNearlyAll(double loss) {
        for (int seed = 0; seed < 2; seed++) {
            String where = "seed " + seed;
            SimulatedNetwork network = SimulatedNetwork.established(seed);
            network.loss = loss;
            network.duplication = 0.1;
            network.jitterNanos = 200 * MILLI;
            talk(network, MESSAGES, 200);
            Set<Integer> lost = lostOf(network.alice);
            network.run(SECOND);

            List<Integer> toBob = numbers(network.bob.outbox.messages);
            assertThat(toBob).as(where).doesNotHaveDuplicates();
            Set<Integer> missing = missing(toBob, MESSAGES, 1);
            assertThat(missing).as(where).containsAll(lost);
            // What is only late must rarely be taken for lost, and more rarely so soon that it is not let in.
            assertThat(missing.size() - lost.size()).as(where).isLessThanOrEqualTo(2);
            assertThat(network.alice.association.counters().abandoned - lost.size())
                    .as(where)
                    .isLessThan(MESSAGES / 40);
            assertThat(network.alice.packets).as(where).isLessThan(3 * MESSAGES);
            settles(network, where);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1133, 3000, 8192})
    void fragmentedMessages_withLoss_arriveWholeOrNotAtAll(int length) {
        for (int seed = 0; seed < 2; seed++) {
            String where = "seed " + seed;
            SimulatedNetwork network = SimulatedNetwork.established(seed);
            network.loss = 0.05;
            network.duplication = 0.05;
            network.jitterNanos = 10 * MILLI;
            int sent = 0;
            for (int i = 0; i < 300; i++) {
                byte[] message = new byte[length];
                Arrays.fill(message, (byte) i);
                ByteBuffer.wrap(message).putInt(0, i);
                sent += network.send(network.alice, message) ? 1 : 0;
                network.run(100 * MILLI);
            }
            assertThat(sent).as(where).isGreaterThan(295);
            assertThat(numbers(network.bob.outbox.messages)).as(where).doesNotHaveDuplicates();
            assertThat(network.bob.outbox.messages.size()).as(where).isGreaterThan(150);
            for (byte[] message : network.bob.outbox.messages) {
                assertThat(message).as(where).hasSize(length);
                byte[] expected = new byte[length];
                Arrays.fill(expected, message[3]);
                System.arraycopy(message, 0, expected, 0, 4);
                assertThat(Arrays.equals(message, expected)).as(where).isTrue();
            }
            settles(network, where);
            assertThat(network.bob.association.connection().inbound().usedBytes())
                    .as(where)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100})
    void outage_ofFiveSeconds_isOverSoonAndLeavesLittleToCatchUpWith(int delayMillis) {
        SimulatedNetwork network = SimulatedNetwork.established(delayMillis);
        network.delayNanos = delayMillis * MILLI;
        talk(network, 500, 200);
        network.down = true;
        int ticks = network.alice.ticks.size();
        for (int i = 0; i < 250; i++) {
            network.send(network.alice, message(1000 + i, 200));
            network.run(20 * MILLI);
            assertThat(network.alice.association.connection().outbound().queue().usedBytes())
                    .isLessThanOrEqualTo(6 * 200);
        }
        assertThat(network.alice.ticks.size() - ticks).isLessThan(20);
        network.down = false;
        network.bob.outbox.messages.clear();
        for (int i = 0; i < 250; i++) {
            network.send(network.alice, message(2000 + i, 200));
            network.run(20 * MILLI);
        }

        List<Integer> numbers = numbers(network.bob.outbox.messages);
        // At most 100 ms from the time of the outage, and at most one second lost after it.
        assertThat(numbers.get(0)).isGreaterThanOrEqualTo(1000 + 250 - 6);
        assertThat(numbers.stream().filter(n -> n >= 2000)).hasSizeGreaterThanOrEqualTo(250 - 50);
        settles(network, "delay " + delayMillis);
    }

    @Test
    void peerGone_isToldSoon() {
        SimulatedNetwork network = SimulatedNetwork.established(7);
        network.down = true;
        talk(network, 1500, 200);
        assertThat(network.alice.outbox.closed).isEqualTo("the other side did not answer");
        assertThat(network.send(network.alice, message(1, 4))).isFalse();
    }

    @Test
    void flood_fillsTheWindow_growsItAndQueuesNoMoreThan100Millis() {
        SimulatedNetwork network = SimulatedNetwork.established(8);
        network.delayNanos = 20 * MILLI;
        long refused = 0;
        int late = 0;
        for (int i = 0; i < 20_000; i++) {
            refused += network.send(network.alice, message(i, 1000)) ? 0 : 1;
            network.run(MILLI / 10);
            if (i < 1000) {
                late = network.bob.outbox.messages.size();
            }
        }
        assertThat(refused).isGreaterThan(0);
        assertThat(network.alice.association.connection().outbound().window().bytes())
                .isGreaterThan(100_000);
        assertThat(network.bob.outbox.messages.size()).isGreaterThan(10 * late);
        settles(network, "flood");
    }
}
