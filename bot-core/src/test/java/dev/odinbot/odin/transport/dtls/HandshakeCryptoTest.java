package dev.odinbot.odin.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HandshakeCryptoTest {

    private static byte[] message(int length, int count) {
        byte[] message = new byte[12 + count];
        message[0] = 20;
        message[1] = (byte) (length >> 16);
        message[2] = (byte) (length >> 8);
        message[3] = (byte) length;
        message[11] = (byte) count;
        return message;
    }

    @Test
    void isFinishedOnly_everyMessageMustBe() {
        byte[] both = Arrays.copyOf(message(12, 12), 24 + 13);
        System.arraycopy(message(0xffffff, 1), 0, both, 24, 13);

        assertThat(HandshakeCrypto.isFinishedOnly(message(12, 12), 0, 24)).isTrue();
        assertThat(HandshakeCrypto.isFinishedOnly(message(12, 3), 0, 15)).isTrue();
        assertThat(HandshakeCrypto.isFinishedOnly(message(13, 1), 0, 13)).isFalse();
        assertThat(HandshakeCrypto.isFinishedOnly(both, 0, both.length)).isFalse();
        assertThat(HandshakeCrypto.isFinishedOnly(both, 24, 13)).isFalse();
        assertThat(HandshakeCrypto.isFinishedOnly(both, 0, 24)).isTrue();
    }

    /** Were it kept, the library would hold the place for it, and what the true one says would not fit there. */
    @Test
    void sealedMessageThatSaysItIsHuge_isDroppedAndTheTrueOneTaken() throws Exception {
        try (DtlsHandshakes handshakes = new DtlsHandshakes(new HandshakeTerms(50, 10_000, 1200), 2, 2);
                TestNetwork network = new TestNetwork()) {
            TestPeer client = TestPeer.client(handshakes);
            TestPeer server = TestPeer.server(handshakes);
            AtomicBoolean told = new AtomicBoolean();
            client.wire(network.carry(List::of, server::receive));
            server.wire(network.carry(
                    datagram -> datagram[0] == RecordReader.CHANGE_CIPHER_SPEC && !told.get()
                            ? List.of(Arrays.copyOf(datagram, 14)) // Without the Finished behind it.
                            : List.of(datagram),
                    client::receive));
            server.start();
            client.start();
            await().until(server::isConnected);

            for (int number = 5; number < 22; number++) {
                byte[] huge = message(0xffffff, 1);
                huge[5] = (byte) number;
                byte[] record = server.sealed(RecordReader.HANDSHAKE, huge);
                network.carry(List::of, client::receive).accept(record);
            }
            assertThat(client.isConnected()).isFalse();
            told.set(true);
            await().untilAsserted(() -> assertThat(client.heard()).containsExactly("connected"));
        }
    }
}
