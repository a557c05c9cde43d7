package dev.odinbot.odin.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** Handshakes and records on a network that loses, doubles, swaps and adds. */
class DtlsWeatherTest {

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final DtlsHandshakes handshakes =
            new DtlsHandshakes(new HandshakeTerms(20, 20_000, random.nextBoolean() ? 1200 : 200), 2, 2);
    private final TestNetwork network = new TestNetwork();
    private final TestPeer client = TestPeer.client(handshakes);
    private final TestPeer server = TestPeer.server(handshakes);

    @AfterEach
    void end() {
        handshakes.close();
        network.close();
    }

    @RepeatedTest(5)
    void sessions_inBadWeather_connectDeliverOnceAndNeverUseANumberTwice() {
        network.connect(client, server, TestNetwork.bad(random), TestNetwork.bad(random));
        server.start();
        client.start();
        await().untilAsserted(() -> assertThat(client.isConnected() && server.isConnected())
                .as("seed %d: %s %s", seed, client.heard(), server.heard())
                .isTrue());
        for (int i = 0; i < 200; i++) {
            client.say("c" + i);
            server.say("s" + i);
        }
        await().untilAsserted(() ->
                assertThat(server.heard().size()).as("seed %d", seed).isGreaterThan(100));
        await().untilAsserted(() ->
                assertThat(client.heard().size()).as("seed %d", seed).isGreaterThan(100));

        assertThat(client.heard()).as("seed %d", seed).doesNotHaveDuplicates();
        assertThat(server.heard()).as("seed %d", seed).doesNotHaveDuplicates();
        assertNumbersUsedOnce(client.sent());
        assertNumbersUsedOnce(server.sent());
    }

    /** A number of epoch 1 may come again only with the very same record, and no lower one may be new after it. */
    private void assertNumbersUsedOnce(List<byte[]> datagrams) {
        Map<Long, byte[]> byNumber = new HashMap<>();
        List<Long> inOrder = new ArrayList<>();
        RecordReader reader = new RecordReader();
        for (byte[] datagram : datagrams) {
            reader.read(datagram, 0, datagram.length);
            while (reader.next()) {
                if (reader.epoch() == 1) {
                    byte[] record = reader.copy();
                    byte[] before = byNumber.putIfAbsent(reader.sequence(), record);
                    if (before == null) {
                        inOrder.add(reader.sequence());
                    } else {
                        assertThat(record).as("seed %d", seed).isEqualTo(before);
                    }
                    assertThat(Arrays.copyOfRange(record, 13, 21))
                            .as("the nonce is the number, seed %d", seed)
                            .isEqualTo(Arrays.copyOfRange(record, 3, 11));
                }
            }
            assertThat(reader.hasRest()).isFalse();
        }
        assertThat(inOrder).as("seed %d", seed).hasSizeGreaterThan(200).isSorted();
    }
}
