package dev.odinbot.odin.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DtlsSessionTest {

    private final DtlsHandshakes handshakes = new DtlsHandshakes();
    private final TestNetwork network = new TestNetwork();
    private final TestPeer client = TestPeer.client(handshakes);
    private final TestPeer server = TestPeer.server(handshakes);

    @AfterEach
    void end() {
        handshakes.close();
        network.close();
    }

    private void connect() {
        network.connect(client, server);
        server.start();
        client.start();
        await().pollInterval(Duration.ofMillis(1)).until(() -> client.isConnected() && server.isConnected());
    }

    @Test
    void sessions_bothOurs_connectAndTalk() {
        connect();
        client.say("hello");
        server.say("welcome");

        await().untilAsserted(() -> assertThat(server.heard()).containsExactly("connected", "data: hello"));
        await().untilAsserted(() -> assertThat(client.heard()).containsExactly("connected", "data: welcome"));
        assertThat(client.counts()).hasToString("0 malformed, 0 untimely, 0 replayed, 0 forged");
    }
}
