package dev.odinbot.odin.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Our sessions with a DTLS that shares no line with them. */
class DtlsWithJdkTest {

    private final DtlsHandshakes handshakes = new DtlsHandshakes();
    private final TestNetwork network = new TestNetwork();

    @AfterEach
    void end() {
        handshakes.close();
        network.close();
    }

    private TestPeer ours(DtlsRole role, JdkPeer jdk) throws Exception {
        TestPeer ours = new TestPeer(role, TestPeer.SERVER, jdk.fingerprint(), handshakes);
        ours.wire(network.carry(List::of, jdk::receive));
        jdk.wire(network.carry(List::of, ours::receive));
        return ours;
    }

    private static DtlsRole other(DtlsRole role) {
        return role == DtlsRole.CLIENT ? DtlsRole.SERVER : DtlsRole.CLIENT;
    }

    private static void start(TestPeer ours, JdkPeer jdk) throws Exception {
        ours.start();
        jdk.start();
    }

    private static void awaitConnected(TestPeer ours, JdkPeer jdk) {
        await().pollInterval(Duration.ofMillis(2))
                .untilAsserted(
                        () -> assertThat(ours.isConnected() && jdk.heard().contains("connected"))
                                .as("%s %s", ours.heard(), jdk.heard())
                                .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT, 1200, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "SERVER, 1200, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "CLIENT, 256, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "SERVER, 256, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"
    })
    void jdk_eitherRoleAndAnySuite_connectsTalksAndCloses(DtlsRole role, int datagramBytes, String suite)
            throws Exception {
        JdkPeer jdk = new JdkPeer(other(role), true, datagramBytes);
        jdk.suite(suite);
        TestPeer ours = ours(role, jdk);
        start(ours, jdk);
        awaitConnected(ours, jdk);
        assertThat(jdk.suite()).isEqualTo(suite);

        for (int i = 0; i < 100; i++) {
            ours.say("from us " + i);
            jdk.say("from the JDK " + i);
        }
        await().untilAsserted(() -> assertThat(jdk.heard()).contains("data: from us 99"));
        await().untilAsserted(() -> assertThat(ours.heard()).contains("data: from the JDK 99"));
        assertThat(jdk.heard()).filteredOn(line -> line.startsWith("data")).hasSize(100);
        assertThat(ours.heard()).filteredOn(line -> line.startsWith("data")).hasSize(100);

        ours.close();
        await().untilAsserted(() -> assertThat(jdk.heard()).contains("closed"));
    }

    @ParameterizedTest
    @EnumSource
    void jdk_closes_isHeard(DtlsRole role) throws Exception {
        JdkPeer jdk = new JdkPeer(other(role), true, 1200);
        TestPeer ours = ours(role, jdk);
        start(ours, jdk);
        awaitConnected(ours, jdk);

        jdk.close();

        await().untilAsserted(() ->
                assertThat(ours.heard()).containsExactly("connected", "closed: closed by the other side"));
    }

    @Test
    void jdk_withoutACertificate_isRefused() throws Exception {
        JdkPeer jdk = new JdkPeer(DtlsRole.CLIENT, false, 1200);
        TestPeer ours = ours(DtlsRole.SERVER, jdk);
        start(ours, jdk);

        await().untilAsserted(() ->
                assertThat(ours.heard()).containsExactly("closed: the DTLS handshake failed: handshake_failure"));
        assertThat(jdk.heard()).doesNotContain("connected");
    }

    @ParameterizedTest
    @EnumSource
    void jdk_withAnotherCertificateThanAnnounced_isRefused(DtlsRole role) throws Exception {
        JdkPeer jdk = new JdkPeer(other(role), true, 1200);
        TestPeer ours = new TestPeer(role, TestPeer.SERVER, TestPeer.CLIENT.fingerprint(), handshakes);
        ours.wire(network.carry(List::of, jdk::receive));
        jdk.wire(network.carry(List::of, ours::receive));
        start(ours, jdk);

        await().untilAsserted(() ->
                assertThat(ours.heard()).containsExactly("closed: the peer's certificate is not the one it announced"));
        await().untilAsserted(() -> assertThat(String.join(" ", jdk.heard())).contains("bad_certificate"));
    }

    @Test
    void jdk_noSuiteInCommon_isRefused() throws Exception {
        JdkPeer jdk = new JdkPeer(DtlsRole.CLIENT, true, 1200);
        jdk.suite("TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256");
        TestPeer ours = ours(DtlsRole.SERVER, jdk);
        start(ours, jdk);

        await().untilAsserted(() ->
                assertThat(ours.heard()).containsExactly("closed: the DTLS handshake failed: handshake_failure"));
    }
}
