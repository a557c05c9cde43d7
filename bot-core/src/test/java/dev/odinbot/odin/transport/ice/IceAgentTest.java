package dev.odinbot.odin.transport.ice;

import static dev.odinbot.odin.transport.ice.SimulatedNetwork.MILLI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.odinbot.odin.transport.ice.SimulatedNetwork.Host;
import dev.odinbot.odin.transport.stun.TransactionId;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How two agents find each other. */
class IceAgentTest {

    private static final long SECOND = 1000 * MILLI;
    private static final long HOST_PRIORITY = 126L << 24 | 65_535L << 8 | 255;

    private final SimulatedNetwork network = new SimulatedNetwork(7);
    private final Host client = network.host(IceRole.CONTROLLING, address("192.0.2.1", 1111));
    private final Host server = network.host(IceRole.CONTROLLED, address("192.0.2.2", 2222));

    private static InetSocketAddress address(String host, int port) {
        return new InetSocketAddress(host, port);
    }

    private void startBoth() {
        server.start(client);
        client.start(server, server.candidate(HOST_PRIORITY));
    }

    @Test
    void client_withTheServersCandidate_finds_it_inTwoRoundTrips() {
        startBoth();
        network.run(20 * MILLI);

        assertThat(client.selected).containsExactly(server.address);
        assertThat(server.selected).containsExactly(client.address);
        assertThat(client.selectedNanos.get(0)).isEqualTo(4 * network.delayNanos);
        assertThat(server.selectedNanos.get(0)).isLessThanOrEqualTo(4 * network.delayNanos);
        assertThat(client.sentNanos.get(0)).isZero();
        assertThat(client.agent.knows(server.address)).isTrue();
        assertThat(server.agent.knows(client.address)).isTrue();
        assertThat(server.agent.knows(address("192.0.2.1", 1112))).isFalse();
    }

    @Test
    void ipv6_isFoundToo_andPreferredToIpv4OfTheSamePriority() {
        Host server6 = network.host(IceRole.CONTROLLED, address("2001:db8::2", 2222));
        server6.start(client);
        client.agent.start(
                server6.credentials,
                List.of(
                        new IceCandidate(address("192.0.2.2", 2222), HOST_PRIORITY),
                        new IceCandidate(server6.address, HOST_PRIORITY)),
                false,
                0);
        network.run(20 * MILLI);

        assertThat(client.sentTo.get(0)).isEqualTo(server6.address);
        assertThat(client.selected).containsExactly(server6.address);
        assertThat(server6.selected).containsExactly(client.address);
    }

    @Test
    void addressesThatDontAnswer_costOnlyTheirTurn() {
        server.start(client);
        client.start(
                server,
                new IceCandidate(address("192.0.2.77", 1), HOST_PRIORITY),
                new IceCandidate(address("2001:db8::77", 1), HOST_PRIORITY - 1),
                server.candidate(HOST_PRIORITY - 512),
                new IceCandidate(InetSocketAddress.createUnresolved("a.local", 5), HOST_PRIORITY),
                new IceCandidate(address("0.0.0.0", 5), HOST_PRIORITY),
                new IceCandidate(address("224.0.0.1", 5), HOST_PRIORITY));
        network.run(20 * MILLI);

        assertThat(client.selected).containsExactly(server.address);
        assertThat(client.selectedNanos.get(0)).isEqualTo(2 * Pace.FIRST_NANOS + 4 * network.delayNanos);
        assertThat(client.sentTo).doesNotContain(address("0.0.0.0", 5), address("224.0.0.1", 5));
    }

    @Test
    void candidatesOfOneFoundation_waitForTheFirst_butNotLong() {
        InetSocketAddress dead = address("192.0.2.2", 1);
        server.start(client);
        client.start(
                server,
                new IceCandidate(dead, HOST_PRIORITY, "f"),
                new IceCandidate(server.address, HOST_PRIORITY - 256, "f"),
                new IceCandidate(address("192.0.2.3", 3), HOST_PRIORITY - 512, "g"));
        network.run(CandidatePair.FIRST_RESEND_NANOS - 1);
        assertThat(client.sentTo).containsExactly(dead, address("192.0.2.3", 3));

        network.run(10 * MILLI);
        assertThat(client.selected).containsExactly(server.address);
    }

    @Test
    void candidatesOfOneFoundation_areCheckedOnceTheFirstWorks() {
        InetSocketAddress second = address("192.0.2.3", 3);
        CheckList checks = new CheckList();
        checks.announce(
                List.of(
                        new IceCandidate(second, HOST_PRIORITY - 1, "f"),
                        new IceCandidate(server.address, HOST_PRIORITY, "f")),
                IceRole.CONTROLLING);
        CandidatePair first = checks.next();
        assertThat(first.remote()).isEqualTo(server.address);
        first.begin(new Check(new TransactionId(1, 1), IceRole.CONTROLLING, false), 0);
        assertThat(checks.next()).isNull();
        first.settle(CandidatePair.State.SUCCEEDED);
        checks.thaw(first);
        assertThat(checks.next().remote()).isEqualTo(second);
    }

    @Test
    void firstWayThatWorks_isTaken_evenIfABetterComesLater() {
        InetSocketAddress better = address("2001:db8::2", 2222);
        network.alias(server, better);
        server.start(client);
        // The better one is lost once; by the time it is asked again there is a way.
        network.loss = 1;
        client.start(server, new IceCandidate(better, HOST_PRIORITY), server.candidate(HOST_PRIORITY - 256));
        network.loss = 0;
        network.run(5 * SECOND);
        assertThat(client.selected).containsExactly(server.address);
    }

    @Test
    void checksOfThePeer_beforeItsDescription_areAnsweredAndRemembered() {
        client.start(server, server.candidate(HOST_PRIORITY));
        network.run(10 * MILLI);
        assertThat(server.sent).isNotEmpty();
        assertThat(server.agent.knows(client.address)).isTrue();
        assertThat(server.agent.deadlineNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(client.selected).containsExactly(server.address);
        assertThat(server.selected).isEmpty();

        server.start(client);
        network.run(2 * network.delayNanos);
        assertThat(server.selected).containsExactly(client.address);
    }

    @Test
    void lateDescription_thatNamesWhatWasLearned_makesNoSecondPair() {
        client.start(server, server.candidate(HOST_PRIORITY));
        network.run(10 * MILLI);
        server.start(client, client.candidate(HOST_PRIORITY));
        network.run(10 * MILLI);
        assertThat(server.agent.pairs()).isEqualTo(1);
        assertThat(server.selected).containsExactly(client.address);
    }

    @Test
    void litePeer_thatNeverAsks_isChosen_whateverOurRoleWas() {
        for (IceRole role : IceRole.values()) {
            Host full = network.host(role, address("192.0.2.9", 10 + role.ordinal()));
            Host lite = network.host(IceRole.CONTROLLED, address("192.0.2.10", 10 + role.ordinal()));
            full.agent.start(lite.credentials, List.of(lite.candidate(HOST_PRIORITY)), true, network.nowNanos);
            assertThat(full.agent.role()).as("as %s", role).isEqualTo(IceRole.CONTROLLING);
            network.run(10 * MILLI);
            assertThat(full.selected).as("as %s", role).containsExactly(lite.address);
            network.run(30 * SECOND);
            assertThat(full.failures).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sameRoles_endWithOneInControl_whoeverWins(long seed) {
        for (IceRole role : IceRole.values()) {
            SimulatedNetwork both = new SimulatedNetwork(seed);
            Host one = both.host(role, address("192.0.2.1", 1));
            Host other = both.host(role, address("192.0.2.2", 2));
            one.start(other, other.candidate(HOST_PRIORITY));
            other.start(one, one.candidate(HOST_PRIORITY));
            both.run(60 * SECOND);
            assertThat(one.selected).as("both %s", role).containsExactly(other.address);
            assertThat(other.selected).as("both %s", role).containsExactly(one.address);
            assertThat(one.failures).isEmpty();
            assertThat(one.agent.role()).isNotEqualTo(other.agent.role());
        }
    }

    /** One side learns of the other by its checks only, so one alone finds out. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sameRoles_andOneWithoutCandidates_findEachOther(long seed) {
        for (IceRole role : IceRole.values()) {
            SimulatedNetwork both = new SimulatedNetwork(seed);
            Host one = both.host(role, address("192.0.2.1", 1));
            Host other = both.host(role, address("192.0.2.2", 2));
            other.start(one);
            one.start(other, other.candidate(HOST_PRIORITY));
            both.run(SECOND);
            assertThat(one.selected).as("both %s", role).containsExactly(other.address);
            assertThat(other.selected).as("both %s", role).containsExactly(one.address);
            assertThat(one.agent.role()).isNotEqualTo(other.agent.role());
        }
    }

    @Test
    void wrongPassword_isNeverSelected_norAnswered_andTheReasonSaysSo() {
        Host stranger = network.host(IceRole.CONTROLLED, address("192.0.2.3", 3));
        IceCredentials wrong = new IceCredentials(server.credentials.ufrag(), stranger.credentials.password());
        server.start(client);
        client.agent.start(wrong, List.of(server.candidate(HOST_PRIORITY)), false, 0);
        network.run(30 * SECOND);

        assertThat(client.selected).isEmpty();
        assertThat(server.selected).isEmpty();
        assertThat(server.sent).isEmpty();
        assertThat(client.failures).singleElement().asString().contains("within 10 s", "no answer from 1 address");
        assertThat(server.failures).singleElement().asString().contains("asked from none", "not authentic: 14");
        assertThat(client.failedNanos).isEqualTo(IceAgent.SETUP_LIMIT_NANOS);
        assertThat(client.agent.deadlineNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void peerThatNeverChooses_isToldOf() {
        server.start(client, client.candidate(HOST_PRIORITY));
        network.run(IceAgent.SETUP_LIMIT_NANOS); // the client, without a description, answers but does not check
        assertThat(client.selected).isEmpty();
        assertThat(server.failures).singleElement().asString().contains("the peer chose none of those that work");
    }

    @Test
    void closed_saysNothingAnyMore() {
        startBoth();
        network.run(20 * MILLI);
        client.agent.close();
        int sent = client.sent.size();
        network.run(60 * SECOND);
        assertThat(client.sent).hasSize(sent);
        assertThat(client.failures).isEmpty();
        assertThat(server.failures).hasSize(1);
    }

    @Test
    void secondStart_isAFault() {
        startBoth();
        assertThatThrownBy(() -> client.start(server)).isInstanceOf(IllegalStateException.class);
    }
}
