package dev.odinbot.odin.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.Test;

class DtlsIdentityTest {

    @Test
    void create_itsCertificate_isReadByTheJdkAndSignsItself() throws Exception {
        byte[] der = TestPeer.SERVER.certificate();
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));

        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity(Date.from(TestPeer.NOW.minus(Duration.ofHours(23))));
        certificate.checkValidity(Date.from(TestPeer.NOW.plus(Duration.ofDays(29))));
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(TestPeer.SERVER.fingerprint().matches(der)).isTrue();
    }

    @Test
    void create_twice_areStrangers() {
        assertThat(TestPeer.SERVER.fingerprint()).isNotEqualTo(TestPeer.CLIENT.fingerprint());
    }
}
