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

    private static final byte[] FATAL_ALERT = {21, (byte) 254, (byte) 253, 0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 2, 40};

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
        long fragmentBytes = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] datagram = random.nextBoolean() ? randomDatagram() : mutated(hello);
            fragmentBytes = hasFragment(datagram) ? fragmentBytes + datagram.length : fragmentBytes;
            long before = server.sentBytes();
            feed(server, datagram);
            long caused = server.sentBytes() - before;
            if (caused > datagram.length) {
                assertThat(caused)
                        .as("to fragments, seed %d: %s", seed, HexFormat.of().formatHex(datagram))
                        .isLessThanOrEqualTo(fragmentBytes);
                fragmentBytes = 0;
            }
        }
        client.close();
        assertThat(server.heard()).isEmpty();
        assertThat(server.sentBytes())
                .as("some were whole hellos, seed %d", seed)
                .isPositive();
    }

    private static boolean hasFragment(byte[] datagram) {
        RecordReader reader = new RecordReader();
        reader.read(datagram, 0, datagram.length);
        boolean has = false;
        while (reader.next()) {
            int message = reader.offset() + RecordReader.HEADER_BYTES;
            has |= reader.type() == RecordReader.HANDSHAKE
                    && reader.length() > RecordReader.HEADER_BYTES + 12
                    && Admission.length(datagram, message) != Admission.count(datagram, message);
        }
        return has;
    }

    /** As no time passes, all that is sent is caused by what was received; the last that is received ends the handshake. */
    private void assertCausesAtMost(int bytes, TestPeer peer, List<byte[]> valid) {
        long before = peer.sentBytes();
        for (int i = 0; i < 50; i++) {
            byte[] datagram = random.nextInt(4) == 0 ? randomDatagram() : mutated(valid);
            if (!holds(datagram, valid.get(0))) {
                feed(peer, datagram);
            }
        }
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            // The library takes only records of the version that was the first it saw.
            for (int version : new int[] {253, 254, 255, random.nextInt(256)}) {
                byte[] alert = FATAL_ALERT.clone();
                alert[2] = (byte) version;
                peer.receive(alert);
            }
            return !peer.heard().isEmpty();
        });
        assertThat(peer.heard()).as("seed %d", seed).hasSize(1).allMatch(line -> line.startsWith("closed"));
        assertThat(peer.sentBytes() - before).as("seed %d", seed).isLessThanOrEqualTo(bytes);
    }

    private static boolean holds(byte[] datagram, byte[] record) {
        RecordReader reader = new RecordReader();
        reader.read(datagram, 0, datagram.length);
        boolean holds = false;
        while (reader.next()) {
            byte[] one = reader.copy();
            holds |= Arrays.equals(one, 13, one.length, record, 13, record.length);
        }
        return holds;
    }

    @Test
    void handshakingServer_strangersDatagrams_causeNothingButAnAlert() {
        DtlsHandshakes timeless = new DtlsHandshakes(new HandshakeTerms(60_000, 60_000, 1200), 4, 4);
        for (int round = 0; round < Math.max(20, CASES / 500); round++) {
            TestPeer client = TestPeer.client(timeless);
            TestPeer server = TestPeer.server(timeless);
            List<byte[]> hellos = new ArrayList<>();
            client.wire(network.carry(
                    datagram -> {
                        hellos.add(datagram);
                        return List.of(datagram);
                    },
                    server::receive));
            server.wire(network.carry(datagram -> datagram[13] == 3 ? List.of(datagram) : List.of(), client::receive));
            server.start();
            client.start();
            await().pollInterval(Duration.ofMillis(1)).until(() -> server.sent().size() > 1);
            client.close();
            byte[] answered = hellos.get(1);

            assertCausesAtMost(2 * FATAL_ALERT.length, server, List.of(answered, hidden(answered), hellos.get(0)));
        }
        timeless.close();
    }

    /** A hello as long as this one, but without its bytes, behind a message that says nothing. */
    private static byte[] hidden(byte[] hello) {
        byte[] hidden = Arrays.copyOf(new byte[0], hello.length + 12);
        System.arraycopy(hello, 0, hidden, 0, 13);
        int body = hidden.length - 13;
        hidden[11] = (byte) (body >> 8);
        hidden[12] = (byte) body;
        hidden[13] = 11;
        hidden[13 + 4] = (byte) 0xff;
        System.arraycopy(hello, 13, hidden, 13 + 12, 12);
        return hidden;
    }

    @Test
    void handshakingClient_strangersDatagrams_causeOneMoreHello() {
        DtlsHandshakes timeless = new DtlsHandshakes(new HandshakeTerms(60_000, 60_000, 1200), 4, 4);
        for (int round = 0; round < Math.max(20, CASES / 500); round++) {
            TestPeer client = TestPeer.client(timeless);
            client.start();
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> !client.sent().isEmpty());
            int hello = client.sent().get(0).length;

            assertCausesAtMost(
                    hello + 255 + 2 * FATAL_ALERT.length,
                    client,
                    List.of(client.sent().get(0), verifyRequest(0), verifyRequest(1), verifyRequest(2)));
        }
        timeless.close();
    }

    private static byte[] verifyRequest(int number) {
        byte[] record = new byte[13 + 12 + 3];
        record[0] = RecordReader.HANDSHAKE;
        record[1] = (byte) 254;
        record[2] = (byte) 255;
        record[12] = 15;
        record[13] = 3;
        record[13 + 3] = 3;
        record[13 + 5] = (byte) number;
        record[13 + 11] = 3;
        record[13 + 12] = (byte) 254;
        record[13 + 13] = (byte) 255;
        return record;
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
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(2))
                    .untilAsserted(() -> assertThat(List.of(client, server))
                            .as("seed %d", seed)
                            .allMatch(peer -> !peer.heard().isEmpty() || peer == server && handshakes.running() == 0));
            if (client.isConnected()) {
                assertThat(server.isConnected()).as("seed %d", seed).isTrue();
                client.wire(datagram -> {});
                client.say("only to you");
                server.receive(client.sent().get(client.sent().size() - 1));
                assertThat(server.heard()).as("seed %d", seed).containsExactly("connected", "data: only to you");
            } else {
                assertThat(client.heard().get(0)).as("seed %d", seed).startsWith("closed: ");
            }
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
