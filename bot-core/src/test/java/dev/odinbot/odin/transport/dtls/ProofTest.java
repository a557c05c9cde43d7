package dev.odinbot.odin.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which certificates are looked at, though they are those that were announced. */
class ProofTest {

    private static byte[] certificate(SubjectPublicKeyInfo key) throws Exception {
        AlgorithmIdentifier signature =
                new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(1));
        generator.setIssuer(new X500Name("CN=x"));
        generator.setSubject(new X500Name("CN=x"));
        generator.setStartDate(new Time(Date.from(TestPeer.NOW)));
        generator.setEndDate(new Time(Date.from(TestPeer.NOW.plusSeconds(86_400))));
        generator.setSignature(signature);
        generator.setSubjectPublicKeyInfo(key);
        return new DERSequence(new ASN1Encodable[] {
                    generator.generateTBSCertificate(), signature, new DERBitString(new byte[64])
                })
                .getEncoded();
    }

    private static byte[] rsa(int bits) throws Exception {
        BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
        return certificate(new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new RSAPublicKey(modulus, BigInteger.valueOf(65_537))));
    }

    private static void assertRefused(byte[] certificate) throws Exception {
        TlsCertificate parsed = TestPeer.CLIENT.crypto().createCertificate(certificate);
        Proof proof = new Proof(Fingerprint.of(certificate));

        assertThatExceptionOfType(TlsFatalAlert.class)
                .isThrownBy(() -> proof.check(new Certificate(new TlsCertificate[] {parsed})))
                .satisfies(alert ->
                        assertThat(alert.getAlertDescription()).isEqualTo(AlertDescription.unsupported_certificate));
    }

    @Test
    void check_aKeyThatIsOnNoNamedCurve_isRefused() throws Exception {
        assertRefused(rsa(2048));
        assertRefused(certificate(new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(
                        X9ObjectIdentifiers.id_ecPublicKey, SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1)),
                new byte[65])));
    }

    @Test
    void check_aLongCertificate_isRefused() throws Exception {
        assertRefused(certificate(new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1),
                new byte[2048])));
    }

    /** With which all else is right, so that it would connect. */
    @ParameterizedTest
    @EnumSource
    void handshake_withACurveOfThePeersOwn_isRefused(DtlsRole role) throws Exception {
        SecureRandom random = new SecureRandom();
        X9ECParameters curve = SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1);
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(
                new ECNamedDomainParameters(SECObjectIdentifiers.secp256r1, curve), random));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        byte[] point = ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false);
        DtlsIdentity odd = new DtlsIdentity(
                new HandshakeCrypto(random),
                pair.getPrivate(),
                certificate(new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point)));
        try (DtlsHandshakes handshakes = new DtlsHandshakes();
                TestNetwork network = new TestNetwork()) {
            DtlsIdentity client = role == DtlsRole.CLIENT ? odd : TestPeer.CLIENT;
            DtlsIdentity server = role == DtlsRole.SERVER ? odd : TestPeer.SERVER;
            TestPeer one = new TestPeer(DtlsRole.CLIENT, client, server.fingerprint(), handshakes);
            TestPeer other = new TestPeer(DtlsRole.SERVER, server, client.fingerprint(), handshakes);
            network.connect(one, other);
            other.start();
            one.start();

            TestPeer refusing = role == DtlsRole.CLIENT ? other : one;
            await().untilAsserted(() -> assertThat(refusing.heard())
                    .isEqualTo(List.of("closed: the DTLS handshake failed: unsupported_certificate")));
        }
    }
}
