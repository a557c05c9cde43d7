package dev.odinbot.odin.transport.ice;

import static dev.odinbot.odin.transport.ice.SimulatedNetwork.MILLI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.ice.SimulatedNetwork.Host;
import dev.odinbot.odin.transport.stun.StunKey;
import dev.odinbot.odin.transport.stun.StunMessage;
import dev.odinbot.odin.transport.stun.StunWriter;
import dev.odinbot.odin.transport.stun.TransactionId;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Packets that nobody should send. */
class IceHostileTest {

    private static final int FLOOD = 5000;

    private final SimulatedNetwork network = new SimulatedNetwork(13);
    private final Host client = network.host(IceRole.CONTROLLING, new InetSocketAddress("192.0.2.1", 1111));
    private final Host server = network.host(IceRole.CONTROLLED, new InetSocketAddress("192.0.2.2", 2222));
    private final StunWriter writer = new StunWriter();
    private final Random random = new Random(13);

    private void connect() {
        server.start(client);
        client.start(server, server.candidate(1000));
        network.run(20 * MILLI);
        assertThat(server.selected).containsExactly(client.address);
    }

    private InetSocketAddress anywhere() {
        return new InetSocketAddress("203.0.113." + random.nextInt(1, 255), random.nextInt(1, 65_536));
    }

    private byte[] request(String username, String password, UnaryOperator<StunWriter> attributes) {
        StunWriter begun = writer.request(TransactionId.random(random))
                .username(username.getBytes(StandardCharsets.UTF_8))
                .priority(5);
        int length = attributes.apply(begun).seal(StunKey.of(password));
        return Arrays.copyOf(writer.bytes(), length);
    }

    private String usernameForServer() {
        return server.credentials.ufrag() + ":" + client.credentials.ufrag();
    }

    private void toServer(byte[] packet, InetSocketAddress from) {
        server.agent.received(ByteBuffer.wrap(packet), from, network.nowNanos);
    }

    private StunMessage lastOfServer() {
        StunMessage message = new StunMessage();
        assertThat(message.read(ByteBuffer.wrap(server.sent.get(server.sent.size() - 1))))
                .isTrue();
        return message;
    }

    @Test
    void spoofedRequests_areNotAnswered_andLeaveNothing() {
        connect();
        int sent = server.sent.size();
        int pairs = server.agent.pairs();
        for (int i = 0; i < FLOOD; i++) {
            toServer(request(usernameForServer(), "wrong", StunWriter::useCandidate), anywhere());
            toServer(request("x:y", server.credentials.password(), StunWriter::useCandidate), anywhere());
            toServer(
                    request(usernameForServer(), client.credentials.password(), w -> w.controlling(1)), client.address);
        }
        assertThat(server.sent).hasSize(sent);
        assertThat(server.agent.pairs()).isEqualTo(pairs);
        assertThat(server.agent.dropped()).isEqualTo(3L * FLOOD);
        assertThat(server.selected).hasSize(1);
    }

    /** Also while nobody is known yet. */
    @Test
    void spoofedRequests_beforeTheDescription_areNotAnswered() {
        for (int i = 0; i < FLOOD; i++) {
            toServer(request(usernameForServer(), "wrong", w -> w), anywhere());
        }
        assertThat(server.sent).isEmpty();
        assertThat(server.agent.pairs()).isZero();
    }

    /** Who can read our packets can repeat them from elsewhere; that must not make us a gun. */
    @Test
    void replayedRequest_fromEverywhere_fillsNothing_andCausesFewChecks() {
        connect();
        byte[] authentic = request(
                usernameForServer(),
                server.credentials.password(),
                w -> w.controlling(1).useCandidate());
        int sent = server.sent.size();
        for (int i = 0; i < FLOOD; i++) {
            toServer(authentic, anywhere());
        }
        assertThat(server.agent.pairs()).isLessThanOrEqualTo(8);
        assertThat(server.sent.size() - sent - FLOOD).isLessThanOrEqualTo(8);
        network.run(60_000 * MILLI);
        assertThat(server.agent.pairs()).isEqualTo(1);
        assertThat(server.selected).containsExactly(client.address);
        assertThat(server.failures).isEmpty();
    }

    @Test
    void announcedAddresses_areTakenUpToABound() {
        IceCandidate[] many = new IceCandidate[1000];
        for (int i = 0; i < many.length; i++) {
            many[i] = new IceCandidate(new InetSocketAddress("203.0.113.1", i + 1), i);
        }
        client.start(server, many);
        assertThat(client.agent.pairs()).isEqualTo(32);
        network.run(5000 * MILLI);
        assertThat(client.sent).hasSizeLessThanOrEqualTo(32 * 9);
        assertThat(client.sentTo.get(0).getPort()).isEqualTo(1000);
    }

    @Test
    void answers_fromAnotherAddress_orTwice_orToNothing_areDropped() {
        client.start(server, server.candidate(1000));
        byte[] check = client.sent.get(0);
        StunMessage message = new StunMessage();
        assertThat(message.read(ByteBuffer.wrap(check))).isTrue();
        int length = writer.success(message.transaction())
                .xorMappedAddress(client.address)
                .seal(StunKey.of(server.credentials.password()));
        ByteBuffer answer = ByteBuffer.wrap(writer.bytes().clone(), 0, length);

        client.agent.received(answer, anywhere(), 1);
        assertThat(client.agent.dropped()).isEqualTo(1);
        assertThat(client.agent.knows(server.address)).isFalse();
        client.agent.received(answer, server.address, 1);
        assertThat(client.agent.knows(server.address)).isTrue();
        assertThat(client.agent.dropped()).isEqualTo(1);
        client.agent.received(answer, server.address, 1);
        assertThat(client.agent.dropped()).isEqualTo(2);
        assertThat(client.selected).isEmpty();
    }

    @Test
    void answers_withAnotherPassword_orWithoutTheirParts_areDropped() {
        client.start(server, server.candidate(1000));
        StunMessage message = new StunMessage();
        assertThat(message.read(ByteBuffer.wrap(client.sent.get(0)))).isTrue();
        StunKey right = StunKey.of(server.credentials.password());
        StunKey wrong = StunKey.of(client.credentials.password());

        int length = writer.success(message.transaction())
                .xorMappedAddress(client.address)
                .seal(wrong);
        client.agent.received(ByteBuffer.wrap(writer.bytes().clone(), 0, length), server.address, 1);
        length = writer.success(message.transaction()).seal(right);
        client.agent.received(ByteBuffer.wrap(writer.bytes().clone(), 0, length), server.address, 1);
        length = writer.error(message.transaction(), 487, "").seal(wrong);
        client.agent.received(ByteBuffer.wrap(writer.bytes().clone(), 0, length), server.address, 1);

        assertThat(client.agent.dropped()).isEqualTo(3);
        assertThat(client.agent.knows(server.address)).isFalse();
        assertThat(client.agent.role()).isEqualTo(IceRole.CONTROLLING);
    }

    @Test
    void requestWithUnknownAttributes_isToldWhich_andHasNoEffect() {
        server.start(client);
        byte[] check = request(
                usernameForServer(),
                server.credentials.password(),
                w -> w.controlling(1).useCandidate());
        // Its priority becomes something that must be understood; seals are made anew.
        int at = 20 + 4 + 20;
        assertThat(check[at + 1]).isEqualTo((byte) 0x24);
        byte[] strange = StrangeRequest.with(check, at, 0x7abc, server.credentials.password());
        toServer(strange, client.address);

        assertThat(lastOfServer().errorCode()).isEqualTo(420);
        assertThat(lastOfServer().isAuthentic(StunKey.of(server.credentials.password())))
                .isTrue();
        assertThat(server.sent.get(server.sent.size() - 1).length).isLessThanOrEqualTo(strange.length);
        assertThat(server.agent.pairs()).isZero();
    }

    /** A peer that refuses every role gets an end of it. */
    @Test
    void peerThatRefusesBothRoles_isNotAskedForEver() {
        client.start(server, server.candidate(1000));
        for (int i = 0; i < 100; i++) {
            StunMessage message = new StunMessage();
            assertThat(message.read(ByteBuffer.wrap(client.sent.get(client.sent.size() - 1))))
                    .isTrue();
            int length = writer.error(message.transaction(), 487, "").seal(StunKey.of(server.credentials.password()));
            client.agent.received(ByteBuffer.wrap(writer.bytes().clone(), 0, length), server.address, 1);
        }
        assertThat(client.sent).hasSizeLessThan(10);
        network.unplug(server);
        network.run(IceAgent.SETUP_LIMIT_NANOS);
        assertThat(client.failures).hasSize(1);
    }

    /** RFC 5245's aggressive nomination: every check of two ways nominates. */
    @Test
    void peerThatNominatesTwoWays_endsOnTheBetter_withoutWavering() {
        connect();
        InetSocketAddress second = new InetSocketAddress("2001:db8::1", 1111);
        network.alias(client, second);
        int changes = 0;
        for (int i = 0; i < 100; i++) {
            byte[] check = request(
                    usernameForServer(),
                    server.credentials.password(),
                    w -> w.controlling(1).useCandidate());
            toServer(check, i % 2 == 0 ? second : client.address);
            answerChecksTo(second);
            network.run(50 * MILLI);
            changes = server.selected.size();
        }
        assertThat(changes).isLessThanOrEqualTo(3);
        assertThat(server.selected.subList(1, changes)).contains(second);
    }

    private void answerChecksTo(InetSocketAddress address) {
        for (int i = server.sent.size() - 1; i >= 0; i--) {
            StunMessage message = new StunMessage();
            if (server.sentTo.get(i).equals(address)
                    && message.read(ByteBuffer.wrap(server.sent.get(i)))
                    && message.username().startsWith(client.credentials.ufrag())) {
                int length = writer.success(message.transaction())
                        .xorMappedAddress(server.address)
                        .seal(StunKey.of(client.credentials.password()));
                toServer(Arrays.copyOf(writer.bytes(), length), address);
                return;
            }
        }
    }
}
