package dev.odinbot.odin.transport.ice;

import static dev.odinbot.odin.transport.ice.SimulatedNetwork.MILLI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.ice.SimulatedNetwork.Host;
import dev.odinbot.odin.transport.stun.StunMessage;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Watching that the peer is there, and following it. */
class IceConsentTest {

    private static final long SECOND = 1000 * MILLI;

    private final SimulatedNetwork network = new SimulatedNetwork(11);
    private final Host client = network.host(IceRole.CONTROLLING, new InetSocketAddress("192.0.2.1", 1111));
    private final Host server = network.host(IceRole.CONTROLLED, new InetSocketAddress("192.0.2.2", 2222));

    private void connect() {
        server.start(client);
        client.start(server, server.candidate(1000));
        network.run(20 * MILLI);
        assertThat(client.selected).containsExactly(server.address);
        assertThat(server.selected).containsExactly(client.address);
    }

    private static StunMessage read(byte[] packet) {
        StunMessage message = new StunMessage();
        assertThat(message.read(ByteBuffer.wrap(packet))).isTrue();
        return message;
    }

    private static boolean isRequest(byte[] packet) {
        return (packet[0] << 8 | packet[1]) == 1;
    }

    @Test
    void idleConnection_asksEveryFourToSixSeconds_atRandom_andNominatesAnew() {
        connect();
        int before = client.sent.size();
        network.run(600 * SECOND);

        List<Long> asked = new ArrayList<>();
        for (int i = before; i < client.sent.size(); i++) {
            if (isRequest(client.sent.get(i))) {
                asked.add(client.sentNanos.get(i));
                assertThat(read(client.sent.get(i)).hasUseCandidate()).isTrue();
            }
        }
        assertThat(asked).hasSizeBetween(100, 150);
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < asked.size(); i++) {
            gaps.add(asked.get(i) - asked.get(i - 1));
        }
        assertThat(gaps).allMatch(gap -> gap >= 4 * SECOND && gap < 6 * SECOND + 10 * MILLI);
        assertThat(gaps).anyMatch(gap -> gap < 4500 * MILLI).anyMatch(gap -> gap > 5500 * MILLI);
        assertThat(server.sent)
                .filteredOn(IceConsentTest::isRequest)
                .noneMatch(packet -> read(packet).hasUseCandidate());
        assertThat(client.failures).isEmpty();
        assertThat(server.failures).isEmpty();
        assertThat(client.selected).hasSize(1);
    }

    @Test
    void silentPeer_isAskedTwiceASecond_andDeadTenSecondsAfterTheLastSignOfIt() {
        connect();
        network.run(60 * SECOND);
        network.unplug(server);
        long unpluggedNanos = network.nowNanos;
        int before = client.sent.size();
        network.run(60 * SECOND);

        assertThat(client.failures).containsExactly("The peer does not answer any more");
        // The last sign came up to 6 s before it went.
        assertThat(client.failedNanos - unpluggedNanos).isBetween(4 * SECOND - 10 * MILLI, 10 * SECOND);
        List<Long> asked = client.sentNanos.subList(before, client.sent.size());
        assertThat(asked).hasSizeBetween(7, 20);
        for (int i = 1; i < asked.size(); i++) {
            assertThat(asked.get(i) - asked.get(i - 1)).isEqualTo(500 * MILLI);
        }
        assertThat(client.sent.stream().skip(before).map(packet -> read(packet).transaction()))
                .doesNotHaveDuplicates();
    }

    @Test
    void shortOutage_isSurvived() {
        connect();
        network.run(60 * SECOND);
        network.loss = 1;
        network.run(3500 * MILLI);
        network.loss = 0;
        network.run(120 * SECOND);
        assertThat(client.failures).isEmpty();
        assertThat(server.failures).isEmpty();
    }

    /** Requests prove for a while that the peer is alive, not that it wants our packets (RFC 7675, section 5.1). */
    @Test
    void questionsOfThePeer_areNoConsent_forEver() {
        connect();
        IceAgent agent = client.agent;
        client.sent.clear();
        List<byte[]> questions =
                server.sent.stream().filter(IceConsentTest::isRequest).toList();
        for (int i = 0; i < 400; i++) {
            network.nowNanos += 100 * MILLI;
            agent.received(ByteBuffer.wrap(questions.get(0)), server.address, network.nowNanos);
            agent.tick(network.nowNanos);
            if (!client.failures.isEmpty()) {
                break;
            }
        }
        assertThat(client.failures).hasSize(1);
        assertThat(network.nowNanos).isBetween(30 * SECOND - 100 * MILLI, 30 * SECOND + 200 * MILLI);
    }

    @Test
    void clientWithANewAddress_isFollowed_andDataGoesToTheOldOneUntilThen() {
        connect();
        network.run(60 * SECOND);
        InetSocketAddress old = client.address;
        InetSocketAddress fresh = new InetSocketAddress("198.51.100.7", 4444);
        network.move(client, fresh);
        assertThat(server.agent.knows(fresh)).isFalse();
        network.run(6 * SECOND);

        assertThat(server.selected).containsExactly(old, fresh);
        assertThat(server.agent.knows(fresh)).isTrue();
        network.run(20 * SECOND);
        assertThat(server.agent.knows(old)).as("forgotten").isFalse();
        assertThat(server.agent.pairs()).isEqualTo(1);
        network.run(60 * SECOND);
        assertThat(client.failures).isEmpty();
        assertThat(server.failures).isEmpty();
        assertThat(server.selected).hasSize(2);
        assertThat(client.selected).hasSize(1);
    }

    /** Only its answer to our own check proves that an address is its. */
    @Test
    void newAddress_thatDoesNotAnswer_isNotFollowed() {
        connect();
        byte[] nomination = client.sent.stream()
                .filter(IceConsentTest::isRequest)
                .filter(packet -> read(packet).hasUseCandidate())
                .findFirst()
                .orElseThrow();
        InetSocketAddress spoofed = new InetSocketAddress("203.0.113.9", 9);
        server.agent.received(ByteBuffer.wrap(nomination), spoofed, network.nowNanos);
        network.run(60 * SECOND);
        assertThat(server.selected).containsExactly(client.address);
        assertThat(server.sentTo.stream().filter(spoofed::equals)).hasSizeBetween(2, 1 + Checker.SENDS_TO_NEW_ADDRESS);
        assertThat(server.agent.pairs()).isEqualTo(1);
    }

    @Test
    void clientThatComesBack_isFollowedBack_soonOrLate() {
        for (long away : List.of(6 * SECOND, 60 * SECOND)) {
            SimulatedNetwork net = new SimulatedNetwork(3);
            Host roaming = net.host(IceRole.CONTROLLING, new InetSocketAddress("192.0.2.1", 1111));
            Host fixed = net.host(IceRole.CONTROLLED, new InetSocketAddress("192.0.2.2", 2222));
            fixed.start(roaming);
            roaming.start(fixed, fixed.candidate(1000));
            net.run(SECOND);
            InetSocketAddress home = roaming.address;
            InetSocketAddress outside = new InetSocketAddress("198.51.100.7", 4444);
            net.move(roaming, outside);
            net.run(away);
            net.move(roaming, home);
            net.run(7 * SECOND);
            assertThat(fixed.selected).as("away for %d", away).containsExactly(home, outside, home);
            net.run(60 * SECOND);
            assertThat(fixed.failures).isEmpty();
            assertThat(roaming.failures).isEmpty();
        }
    }

    @Test
    void clientThatMovesAgainAndAgain_leavesNothingBehind() {
        connect();
        for (int port = 1; port <= 300; port++) {
            network.move(client, new InetSocketAddress("198.51.100.7", port));
            network.run(7 * SECOND);
            assertThat(server.selected)
                    .as("move %d", port)
                    .hasSize(1 + port)
                    .last()
                    .isEqualTo(client.address);
            assertThat(server.agent.pairs()).isLessThanOrEqualTo(4);
        }
        assertThat(client.failures).isEmpty();
        assertThat(server.failures).isEmpty();
    }
}
