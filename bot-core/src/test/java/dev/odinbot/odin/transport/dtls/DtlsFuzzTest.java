package dev.odinbot.odin.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Random and mutated datagrams in every state of a session. */
class DtlsFuzzTest {

    private static final int CASES = Integer.getInteger("fuzz.cases", 5_000);

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final DtlsHandshakes handshakes = new DtlsHandshakes(new HandshakeTerms(20, 2_000, 1200), 4, 4);
    private final TestNetwork network = new TestNetwork();

    @AfterEach
    void end() {
        handshakes.close();
        network.close();
    }

    private byte[] randomDatagram() {
        byte[] datagram = new byte[random.nextInt(400)];
        random.nextBytes(datagram);
        if (datagram.length > 13 && random.nextInt(4) > 0) {
            datagram[0] = (byte) (20 + random.nextInt(6));
            datagram[1] = (byte) 254;
            datagram[2] = (byte) (253 + random.nextInt(3));
            datagram[3] = 0;
            datagram[4] = (byte) random.nextInt(3);
            int length = random.nextInt(datagram.length);
            datagram[11] = (byte) (length >> 8);
            datagram[12] = (byte) length;
        }
        return datagram;
    }

    /** One of these, with some bytes changed, cut off, doubled, or put behind another. */
    private byte[] mutated(List<byte[]> valid) {
        byte[] datagram = valid.get(random.nextInt(valid.size())).clone();
        for (int i = random.nextInt(4); i > 0 && datagram.length > 0; i--) {
            datagram[random.nextInt(datagram.length)] = (byte) random.nextInt();
        }
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(datagram, random.nextInt(datagram.length + 1));
            case 1 -> Arrays.copyOf(datagram, datagram.length + random.nextInt(100));
            case 2 -> {
                byte[] second = valid.get(random.nextInt(valid.size()));
                byte[] both = Arrays.copyOf(datagram, datagram.length + second.length);
                System.arraycopy(second, 0, both, datagram.length, second.length);
                yield both;
            }
            default -> datagram;
        };
    }

    private void feed(TestPeer peer, byte[] datagram) {
        try {
            peer.receive(datagram);
        } catch (RuntimeException e) {
            fail("seed %d: %s".formatted(seed, HexFormat.of().formatHex(datagram)), e);
        }
    }

    @Test
    void listening_anything_isAnsweredNoLongerAndKeepsNothing() {
        TestPeer client = TestPeer.client(handshakes);
        client.start();
        await().until(() -> !client.sent().isEmpty());
        List<byte[]> hello = client.sent().subList(0, 1);
        TestPeer server = TestPeer.server(handshakes);
        server.start();
        long heardBytes = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] datagram = random.nextBoolean() ? randomDatagram() : mutated(hello);
            heardBytes += datagram.length;
            feed(server, datagram);
            assertThat(server.sentBytes()).as("seed %d", seed).isLessThanOrEqualTo(heardBytes);
        }
        client.close();
        assertThat(server.heard()).isEmpty();
        assertThat(server.sentBytes())
                .as("some were whole hellos, seed %d", seed)
                .isPositive();
    }

    /** Whatever a stranger throws in, a handshake ends in time, and never with a connection to anybody else. */
    @Test
    void handshaking_anything_endsInTime() {
        int rounds = Math.max(8, CASES / 5_000);
        for (int round = 0; round < rounds; round++) {
            TestPeer client = TestPeer.client(handshakes);
            TestPeer server = TestPeer.server(handshakes);
            List<byte[]> seen = new ArrayList<>();
            seen.add(randomDatagram());
            network.connect(client, server, strange(seen), strange(seen));
            server.start();
            client.start();
            await().atMost(Duration.ofSeconds(5))
                    .pollInterval(Duration.ofMillis(2))
                    .untilAsserted(() -> assertThat(List.of(client, server))
                            .as("seed %d", seed)
                            .allMatch(peer -> !peer.heard().isEmpty() || peer == server && handshakes.running() == 0));
            client.close();
            server.close();
            assertThat(client.heard()).as("seed %d", seed).noneMatch(line -> line.contains("unforeseen"));
            assertThat(server.heard()).as("seed %d", seed).noneMatch(line -> line.contains("unforeseen"));
        }
        await().until(() -> handshakes.running() == 0);
    }

    private TestNetwork.Weather strange(List<byte[]> seen) {
        return datagram -> {
            seen.add(datagram);
            List<byte[]> now = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                now.add(random.nextBoolean() ? randomDatagram() : mutated(seen));
            }
            now.add(random.nextInt(now.size() + 1), datagram);
            return now;
        };
    }

    @Test
    void connected_anything_isDroppedAndTheRestStillComes() {
        TestPeer client = TestPeer.client(handshakes);
        TestPeer server = TestPeer.server(handshakes);
        network.connect(client, server);
        server.start();
        client.start();
        await().until(() -> client.isConnected() && server.isConnected());
        client.wire(datagram -> {});
        client.say("told once");
        server.receive(client.sent().get(client.sent().size() - 1));
        List<byte[]> valid = client.sent();
        int answers = server.sent().size();
        for (int i = 0; i < CASES; i++) {
            feed(server, random.nextBoolean() ? randomDatagram() : mutated(valid));
        }

        assertThat(server.sent()).as("answers, seed %d", seed).hasSize(answers);
        assertThat(server.heard()).as("seed %d", seed).containsExactly("connected", "data: told once");
        client.say("at last");
        server.receive(client.sent().get(client.sent().size() - 1));
        assertThat(server.heard()).as("seed %d", seed).endsWith("data: at last");
        assertThat(server.isConnected()).isTrue();
    }
}
