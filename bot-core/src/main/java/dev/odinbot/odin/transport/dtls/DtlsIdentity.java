package dev.odinbot.odin.transport.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;

/**
 * This process's self-signed certificate and its key (ECDSA P-256), which RFC 8827, section 6.5 asks for. Made anew at every
 * start and never written down. Usable from any thread.
 */
public final class DtlsIdentity {

    /** Clocks differ. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private static final Duration VALID = Duration.ofDays(30);
    private static final String SIGNATURE = "SHA256withECDSA";

    private final HandshakeCrypto crypto;
    private final AsymmetricKeyParameter key;
    private final Certificate chain;
    private final Fingerprint fingerprint;

    DtlsIdentity(HandshakeCrypto crypto, AsymmetricKeyParameter key, byte[] certificate) throws IOException {
        this.crypto = crypto;
        this.key = key;
        this.chain = new Certificate(new TlsCertificate[] {crypto.createCertificate(certificate)});
        this.fingerprint = Fingerprint.of(certificate);
    }

    /** @param now the wall clock's time, from which the certificate is valid */
    public static DtlsIdentity create(Instant now) {
        SecureRandom random = new SecureRandom();
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(
                new ECNamedDomainParameters(
                        SECObjectIdentifiers.secp256r1, SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1)),
                random));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        try {
            return new DtlsIdentity(new HandshakeCrypto(random), pair.getPrivate(), certificate(pair, random, now));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("No certificate could be made", e);
        }
    }

    private static byte[] certificate(AsymmetricCipherKeyPair pair, SecureRandom random, Instant now)
            throws IOException, OperatorCreationException {
        X500Name name = new X500Name("CN=WebRTC");
        X509v3CertificateBuilder builder = new BcX509v3CertificateBuilder(
                name,
                new BigInteger(64, random).setBit(64),
                Date.from(now.minus(BEFORE)),
                Date.from(now.plus(VALID)),
                name,
                pair.getPublic());
        return builder.build(new BcECContentSignerBuilder(
                                new DefaultSignatureAlgorithmIdentifierFinder().find(SIGNATURE),
                                new DefaultDigestAlgorithmIdentifierFinder().find("SHA-256"))
                        .build(pair.getPrivate()))
                .getEncoded();
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /** In DER. */
    byte[] certificate() throws IOException {
        return chain.getCertificateAt(0).getEncoded();
    }

    HandshakeCrypto crypto() {
        return crypto;
    }

    /** What proves in one handshake that the key is ours. */
    TlsCredentialedSigner signer(TlsContext context) {
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                key,
                chain,
                new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
    }
}
