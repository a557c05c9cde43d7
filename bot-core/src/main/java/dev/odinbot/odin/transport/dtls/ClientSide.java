package dev.odinbot.odin.transport.dtls;

import java.io.IOException;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatusRequest;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;
import org.jspecify.annotations.Nullable;

/** What we want of a handshake as its client; whether the server asks for our certificate is its affair. */
final class ClientSide extends AbstractTlsClient {

    private final DtlsIdentity identity;
    private final Proof proof;
    private final HandshakeTerms terms;

    ClientSide(DtlsIdentity identity, Proof proof, HandshakeTerms terms) {
        super(identity.crypto());
        this.identity = identity;
        this.proof = proof;
        this.terms = terms;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return RecordKeys.suites();
    }

    @Override
    @SuppressWarnings("rawtypes") // as the library declares its parameter
    protected Vector<Integer> getSupportedGroups(Vector roles) {
        return new Vector<>(List.of(NamedGroup.x25519, NamedGroup.secp256r1));
    }

    @Override
    protected Vector<SignatureAndHashAlgorithm> getSupportedSignatureAlgorithms() {
        return new Vector<>(HandshakeTerms.SIGNATURES);
    }

    /** A self-signed certificate has nobody to ask about it. */
    @Override
    protected @Nullable CertificateStatusRequest getCertificateStatusRequest() {
        return null;
    }

    @Override
    public boolean requiresExtendedMasterSecret() {
        return true;
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
                proof.check(certificate.getCertificate());
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) {
                return identity.signer(context);
            }
        };
    }

    @Override
    public void notifyHandshakeComplete() {
        proof.takeKeys(context);
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return terms.limitMillis();
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return terms.resendMillis();
    }
}
