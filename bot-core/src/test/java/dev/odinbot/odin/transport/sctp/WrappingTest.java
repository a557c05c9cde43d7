package dev.odinbot.odin.transport.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.sctp.SimulatedNetwork.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/** TSNs are numbers on a circle: in long calls they pass both ends of what an int can hold. */
class WrappingTest {

    private static final int MESSAGES = 20_000;

    @Test
    void tsns_passingZeroAndTheLargestInt_underLoss_loseNothingButWhatTheNetworkLoses() {
        long seed = 5;
        SimulatedNetwork network = new SimulatedNetwork(seed, -MESSAGES / 2, Integer.MAX_VALUE - MESSAGES / 2);
        network.startBoth();
        network.run(100 * SimulatedNetwork.MILLI);
        network.loss = 0.01;
        network.delayNanos = 20 * SimulatedNetwork.MILLI;
        network.jitterNanos = 5 * SimulatedNetwork.MILLI;
        for (int i = 0; i < MESSAGES; i++) {
            network.send(network.alice, new byte[160]);
            network.send(network.bob, new byte[160]);
            network.run(20 * SimulatedNetwork.MILLI);
        }
        network.loss = 0;
        network.run(3000 * SimulatedNetwork.MILLI);

        for (Side side : List.of(network.alice, network.bob)) {
            String where = (side == network.alice ? "alice" : "bob") + ", seed " + seed;
            Side other = side == network.alice ? network.bob : network.alice;
            assertThat(side.outbox.closed).as(where).isNull();
            Counters counters = side.association.counters();
            Outbound outbound = side.association.connection().outbound();
            assertThat(counters.sent).as(where).isEqualTo(MESSAGES);
            assertThat(counters.sent).as(where).isEqualTo(other.outbox.messages.size() + counters.abandoned);
            assertThat(counters.abandoned).as(where).isBetween(MESSAGES / 200L, MESSAGES / 50L);
            assertThat(counters.dropped).as(where).isZero();
            assertThat(counters.malformed).as(where).isZero();
            assertThat(outbound.flight().isEmpty()).as(where).isTrue();
            assertThat(outbound.flight().bytes()).as(where).isZero();
        }
        assertThat(network.alice.association.connection().outbound().highestTsn())
                .isBetween(0, MESSAGES);
        assertThat(network.bob.association.connection().outbound().highestTsn()).isNegative();
    }
}
