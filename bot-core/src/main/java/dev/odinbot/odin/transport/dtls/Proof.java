package dev.odinbot.odin.transport.dtls;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsFatalAlert;
import org.jspecify.annotations.Nullable;

/** What one handshake has shown so far: whether the peer is who it announced to be, and at last the keys. */
final class Proof {

    static final String WRONG_PEER = "the peer's certificate is not the one it announced";

    /** Those of browsers have a few hundred. */
    private static final int MAX_CERTIFICATE_BYTES = 2048;

    private final Fingerprint announced;
    private boolean right;
    private boolean wrong;
    private RecordKeys.@Nullable Pair keys;

    Proof(Fingerprint announced) {
        this.announced = announced;
    }

    /** That the peer has the certificate's key too, BouncyCastle checks by the signature in the handshake. */
    void check(Certificate chain) throws IOException {
        if (chain.isEmpty()) {
            throw new TlsFatalAlert(AlertDescription.handshake_failure, "the peer showed no certificate");
        }
        byte[] certificate = chain.getCertificateAt(0).getEncoded();
        right = announced.matches(certificate);
        wrong = !right;
        if (wrong) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, WRONG_PEER);
        }
        checkKey(certificate);
    }

    /**
     * BouncyCastle looks at the key itself only after this, and may look long: more than a second at an RSA key of 16,384 bits. Nor
     * need it look at a curve of the peer's own, which RFC 5480, section 2.1.1 forbids.
     */
    private static void checkKey(byte[] certificate) throws IOException {
        if (certificate.length > MAX_CERTIFICATE_BYTES) {
            throw new TlsFatalAlert(AlertDescription.unsupported_certificate, "the peer's certificate is too long");
        }
        AlgorithmIdentifier key = org.bouncycastle.asn1.x509.Certificate.getInstance(certificate)
                .getSubjectPublicKeyInfo()
                .getAlgorithm();
        if (!key.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                || !(key.getParameters() instanceof ASN1ObjectIdentifier)) {
            throw new TlsFatalAlert(
                    AlertDescription.unsupported_certificate, "the peer's certificate has no key on a named curve");
        }
    }

    boolean isWrong() {
        return wrong;
    }

    void takeKeys(TlsContext context) {
        keys = RecordKeys.Pair.of(context.getSecurityParametersConnection());
    }

    /** Null unless the handshake is finished and the peer's certificate was the right one. */
    RecordKeys.@Nullable Pair keys() {
        return right ? keys : null;
    }
}
