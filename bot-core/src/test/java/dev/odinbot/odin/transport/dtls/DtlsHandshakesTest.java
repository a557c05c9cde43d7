package dev.odinbot.odin.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DtlsHandshakesTest {

    @Test
    void handshakes_aThousandAtOnceInOneProcess_allConnect() {
        List<TestPeer> peers = new ArrayList<>();
        try (DtlsHandshakes handshakes = new DtlsHandshakes();
                TestNetwork network = new TestNetwork()) {
            for (int i = 0; i < 1_000; i++) {
                TestPeer client = TestPeer.client(handshakes);
                TestPeer server = TestPeer.server(handshakes);
                network.connect(client, server);
                peers.addAll(List.of(client, server));
            }
            peers.forEach(TestPeer::start);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(peers).allMatch(TestPeer::isConnected));
            assertThat(handshakes.threads()).isLessThanOrEqualTo(128);
            await().until(() -> handshakes.running() == 0);
        }
    }
}
