package dev.odinbot.odin.transport.ice;

import static dev.odinbot.odin.transport.ice.SimulatedNetwork.MILLI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.ice.SimulatedNetwork.Host;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Loss, duplication, delay and reordering. */
class IceWeatherTest {

    private static final long SECOND = 1000 * MILLI;
    private static final int RUNS = 200;

    /** How long each side of a connection took to come about, of all runs; none may fail. */
    private static List<Long> connectTimes(Consumer<SimulatedNetwork> weather) {
        List<Long> times = new ArrayList<>();
        for (long seed = 0; seed < RUNS; seed++) {
            SimulatedNetwork network = new SimulatedNetwork(seed);
            weather.accept(network);
            Host client = network.host(IceRole.CONTROLLING, new InetSocketAddress("192.0.2.1", 1111));
            Host server = network.host(IceRole.CONTROLLED, new InetSocketAddress("2001:db8::2", 2222));
            server.start(client);
            client.start(
                    server, new IceCandidate(new InetSocketAddress("192.0.2.2", 2222), 2000), server.candidate(1000));
            network.run(IceAgent.SETUP_LIMIT_NANOS);
            for (Host host : List.of(client, server)) {
                assertThat(host.failures).as("seed %d", seed).isEmpty();
                assertThat(host.selected).as("seed %d", seed).hasSize(1);
                times.add(host.selectedNanos.get(0));
            }
            network.run(60 * SECOND);
            assertThat(client.failures).as("seed %d, later", seed).isEmpty();
            assertThat(server.failures).as("seed %d, later", seed).isEmpty();
            assertThat(client.selected).containsExactly(server.address);
            assertThat(server.selected).containsExactly(client.address);
        }
        Collections.sort(times);
        return times;
    }

    @Test
    void calmNetwork_connectsWithinMilliseconds() {
        List<Long> times = connectTimes(network -> {});
        assertThat(times.get(times.size() - 1)).isLessThan(15 * MILLI);
    }

    @Test
    void loss_costsRepeats_butNoConnection() {
        List<Long> times = connectTimes(network -> {
            network.loss = 0.2;
            network.duplication = 0.1;
            network.jitterNanos = 50 * MILLI;
        });
        assertThat(times.get(times.size() / 2)).isLessThan(SECOND);
        assertThat(times.get(times.size() - 1)).isLessThan(8 * SECOND);
    }

    /** Longer than a check waits to be repeated, and as much as consent checks are apart. */
    @Test
    void slowWay_withReordering_isFoundAndKept() {
        List<Long> times = connectTimes(network -> {
            network.delayNanos = 400 * MILLI;
            network.jitterNanos = 500 * MILLI;
            network.duplication = 0.5;
        });
        assertThat(times.get(times.size() - 1)).isLessThan(6 * SECOND);
    }
}
