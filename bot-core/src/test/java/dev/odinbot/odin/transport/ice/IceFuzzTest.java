package dev.odinbot.odin.transport.ice;

import static dev.odinbot.odin.transport.ice.SimulatedNetwork.MILLI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.odin.transport.ice.SimulatedNetwork.Host;
import dev.odinbot.odin.transport.stun.StunKey;
import dev.odinbot.odin.transport.stun.StunWriter;
import dev.odinbot.odin.transport.stun.TransactionId;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An agent among packets of all kinds, at any time. More cases with {@code -Dfuzz.cases}. */
class IceFuzzTest {

    private static final int CASES = Integer.getInteger("fuzz.cases", 20_000);
    private static final int CASES_PER_AGENT = 500;
    private static final int MAX_PAIRS = 40;

    private final StunWriter writer = new StunWriter();

    /** Who knows no password gets no answer, learns nothing and leaves nothing, and the connection lives. */
    @Test
    void strangersPackets_areNeverAnswered_andTheConnectionLives() {
        for (long seed = 0; seed * CASES_PER_AGENT < CASES; seed++) {
            Random random = new Random(seed);
            SimulatedNetwork network = new SimulatedNetwork(seed);
            Host client = network.host(IceRole.CONTROLLING, new InetSocketAddress("192.0.2.1", 1));
            Host server = network.host(IceRole.CONTROLLED, new InetSocketAddress("192.0.2.2", 2));
            server.start(client);
            client.start(server, server.candidate(1000));
            for (int i = 0; i < CASES_PER_AGENT; i++) {
                network.run(random.nextInt(300) * MILLI);
                Host target = random.nextBoolean() ? client : server;
                Host source = target == client ? server : client;
                byte[] packet = forged(source, random);
                InetSocketAddress from =
                        random.nextBoolean() ? source.address : new InetSocketAddress("203.0.113.1", 1 + i);
                int sent = target.sent.size();
                feed(target, packet, from, network.nowNanos, seed);
                assertThat(target.sent).as("seed %d", seed).hasSize(sent);
                assertThat(target.agent.pairs()).as("seed %d", seed).isLessThanOrEqualTo(1);
            }
            network.run(1000 * MILLI);
            assertThat(client.selected).as("seed %d", seed).containsExactly(server.address);
            assertThat(server.selected).as("seed %d", seed).containsExactly(client.address);
            assertThat(client.failures).as("seed %d", seed).isEmpty();
            assertThat(server.failures).as("seed %d", seed).isEmpty();
        }
    }

    /** Random, or a real packet with a change that its seals don't cover for. */
    private static byte[] forged(Host source, Random random) {
        if (source.sent.isEmpty() || random.nextInt(4) == 0) {
            byte[] packet = new byte[20 + random.nextInt(100)];
            random.nextBytes(packet);
            ByteBuffer.wrap(packet).putShort(0, (short) 1).putInt(4, 0x2112A442);
            return packet;
        }
        byte[] packet = source.sent.get(random.nextInt(source.sent.size())).clone();
        int at = random.nextInt(packet.length);
        packet[at] ^= (byte) (1 + random.nextInt(255));
        return packet;
    }

    /** A peer that has the passwords and uses them for nonsense harms nobody but itself: bounded state, bounded packets. */
    @Test
    void madPeer_causesNoException_andNoGrowth() {
        for (long seed = 0; seed * CASES_PER_AGENT < CASES; seed++) {
            Random random = new Random(seed);
            SimulatedNetwork network = new SimulatedNetwork(seed);
            Host us = network.host(IceRole.values()[random.nextInt(2)], new InetSocketAddress("192.0.2.1", 1));
            IceCredentials mad = IceCredentials.random();
            List<InetSocketAddress> places = places(random);
            int startAt = random.nextInt(20);
            boolean closes = random.nextInt(4) == 0;
            for (int i = 0; i < CASES_PER_AGENT; i++) {
                if (i == startAt) {
                    List<IceCandidate> candidates = places.stream()
                            .limit(random.nextInt(5))
                            .map(place -> new IceCandidate(place, random.nextLong(), "f" + random.nextInt(2)))
                            .toList();
                    us.agent.start(mad, candidates, random.nextInt(5) == 0, network.nowNanos);
                }
                int sent = us.sent.size();
                InetSocketAddress from = places.get(random.nextInt(places.size()));
                feed(us, message(us, mad, random), from, network.nowNanos, seed);
                assertThat(us.sent.size() - sent).as("seed %d", seed).isLessThanOrEqualTo(3);
                assertThat(us.agent.pairs()).as("seed %d", seed).isLessThanOrEqualTo(MAX_PAIRS);
                assertThat(us.agent.deadlineNanos()).as("seed %d", seed).isNotNegative();
                network.run(random.nextInt(200) * MILLI);
                if (closes && i == CASES_PER_AGENT / 2) {
                    us.agent.close();
                }
            }
            assertThat(us.failures).as("seed %d", seed).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static List<InetSocketAddress> places(Random random) {
        return random.ints(12, 1, 65_536)
                .mapToObj(port -> new InetSocketAddress(port % 2 == 0 ? "203.0.113.1" : "2001:db8::5", port))
                .toList();
    }

    private byte[] message(Host us, IceCredentials mad, Random random) {
        boolean asks = random.nextBoolean() || us.sent.isEmpty();
        if (asks) {
            StunWriter request = writer.request(TransactionId.random(random))
                    .username((us.credentials.ufrag() + ":" + mad.ufrag()).getBytes(StandardCharsets.US_ASCII));
            attributes(request, random);
            return sealed(StunKey.of(us.credentials.password()));
        }
        byte[] asked = us.sent.get(us.sent.size() - 1 - random.nextInt(Math.min(5, us.sent.size())));
        ByteBuffer header = ByteBuffer.wrap(asked);
        TransactionId id = new TransactionId(header.getLong(8), header.getInt(16));
        int[] codes = {487, 487, 420, 400, 500, 699};
        if (random.nextInt(3) == 0) {
            writer.error(id, codes[random.nextInt(codes.length)], "x".repeat(random.nextInt(100)));
        } else {
            writer.success(id).xorMappedAddress(us.address);
        }
        return sealed(StunKey.of(mad.password()));
    }

    private static void attributes(StunWriter request, Random random) {
        if (random.nextInt(10) > 0) {
            request.priority(random.nextInt());
        }
        switch (random.nextInt(5)) {
            case 0, 1 -> request.controlling(random.nextLong());
            case 2, 3 -> request.controlled(random.nextLong());
            default -> {}
        }
        if (random.nextBoolean()) {
            request.useCandidate();
        }
    }

    private byte[] sealed(StunKey key) {
        int length = writer.seal(key);
        return Arrays.copyOf(writer.bytes(), length);
    }

    private static void feed(Host host, byte[] packet, InetSocketAddress from, long nowNanos, long seed) {
        try {
            host.agent.received(ByteBuffer.wrap(packet), from, nowNanos);
        } catch (RuntimeException e) {
            throw new AssertionError("Seed " + seed, e);
        }
    }
}
