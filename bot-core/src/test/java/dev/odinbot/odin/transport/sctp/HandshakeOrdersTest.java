package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two associations that begin in any order, over any network. */
class HandshakeOrdersTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

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
            alice.send(ByteBuffer.wrap(new byte[] {1}), 0);
            bob.send(ByteBuffer.wrap(new byte[] {2}), 0);
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
}
