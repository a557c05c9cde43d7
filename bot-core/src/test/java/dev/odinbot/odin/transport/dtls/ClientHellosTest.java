package dev.odinbot.odin.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a server treats hellos before it believes that there is somebody. */
class ClientHellosTest {

    private static final int MESSAGE = 13;
    private static final int BODY = 25;

    private final DtlsHandshakes handshakes = new DtlsHandshakes();
    private final DtlsHandshakes others = new DtlsHandshakes();
    private final TestPeer client = TestPeer.client(others);
    private final TestPeer server = TestPeer.server(handshakes);
    private byte[] hello = new byte[0];

    @BeforeEach
    void sayHello() {
        client.start();
        await().until(() -> !client.sent().isEmpty());
        hello = client.sent().get(0);
        server.start();
    }

    @AfterEach
    void end() {
        client.close();
        handshakes.close();
        others.close();
    }

    @Test
    void hellos_withoutACookie_areAnsweredShorterAndStartNoThread() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int answered = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] spoofed = hello.clone();
            if (i > 100) {
                spoofed[random.nextInt(spoofed.length)] = (byte) random.nextInt();
            }
            server.receive(spoofed);
            List<byte[]> sent = server.sent();
            assertThat(sent.size() - answered).as("answers, seed %d", seed).isBetween(0, 1);
            if (sent.size() > answered) {
                assertThat(sent.get(answered).length).isLessThanOrEqualTo(spoofed.length);
                answered++;
            }
        }

        assertThat(answered).isGreaterThan(5_000);
        assertThat(handshakes.threads()).isZero();
        assertThat(server.heard()).isEmpty();
    }

    @Test
    void hello_withTheCookie_startsTheHandshakeAndAForeignCookieDoesNot() {
        server.receive(hello);
        client.receive(server.sent().get(0));
        await().until(() -> client.sent().size() > 1);
        byte[] answer = client.sent().get(1);
        TestPeer stranger = TestPeer.server(handshakes);
        stranger.start();

        stranger.receive(answer);
        assertThat(handshakes.threads()).isZero();
        assertThat(stranger.sent()).hasSize(1);

        server.receive(answer);
        assertThat(handshakes.threads()).isEqualTo(1);
    }

    @Test
    void hello_inFragmentsOfAnyOrder_isAnsweredOnceWhenWhole() {
        List<byte[]> fragments = cut(hello, 40);
        for (int i = fragments.size() - 1; i > 0; i--) {
            server.receive(fragments.get(i));
            server.receive(fragments.get(i));
            assertThat(server.sent()).isEmpty();
        }
        server.receive(fragments.get(0));
        assertThat(server.sent()).hasSize(1);

        client.receive(server.sent().get(0));
        await().until(() -> client.sent().size() > 1);
        cut(client.sent().get(1), 60).forEach(server::receive);
        await().until(() -> handshakes.threads() == 1);
        await().until(() -> server.sent().size() > 1);
        server.close();
    }

    @Test
    void fragments_ofManyHellos_keepNoMoreThanOne() {
        for (int i = 0; i < 1_000; i++) {
            byte[] fragment = cut(hello, 40).get(0);
            fragment[MESSAGE + 5] = (byte) i;
            server.receive(fragment);
        }
        byte[] huge = cut(hello, 40).get(0);
        huge[MESSAGE + 1] = (byte) 0xff;
        server.receive(huge);

        assertThat(server.sent()).isEmpty();
        server.receive(hello);
        assertThat(server.sent()).hasSize(1);
    }

    /** The hello of a record as records with a fragment each. */
    private static List<byte[]> cut(byte[] record, int fragmentBytes) {
        int length = record.length - BODY;
        return IntStream.iterate(0, at -> at < length, at -> at + fragmentBytes)
                .mapToObj(at -> {
                    int count = Math.min(fragmentBytes, length - at);
                    byte[] fragment = Arrays.copyOf(record, BODY + count);
                    System.arraycopy(record, BODY + at, fragment, BODY, count);
                    fragment[10] = (byte) (record[10] + at);
                    fragment[11] = 0;
                    fragment[12] = (byte) (12 + count);
                    fragment[MESSAGE + 7] = (byte) (at >> 8);
                    fragment[MESSAGE + 8] = (byte) at;
                    fragment[MESSAGE + 10] = 0;
                    fragment[MESSAGE + 11] = (byte) count;
                    return fragment;
                })
                .toList();
    }
}
