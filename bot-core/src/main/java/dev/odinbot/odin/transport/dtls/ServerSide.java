package dev.odinbot.odin.transport.dtls;

import java.io.IOException;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsServer;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.TlsECConfig;

/** What we want of a handshake as its server: always the client's certificate. */
final class ServerSide extends AbstractTlsServer {

    private final DtlsIdentity identity;
    private final Proof proof;
    private final HandshakeTerms terms;

    ServerSide(DtlsIdentity identity, Proof proof, HandshakeTerms terms) {
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
    protected boolean preferLocalCipherSuites() {
        return true;
    }

    @Override
    public TlsECConfig getECDHConfig() throws IOException {
        int[] offered = context.getSecurityParametersHandshake().getClientSupportedGroups();
        int[] groups = offered == null ? new int[] {NamedGroup.secp256r1} : offered;
        for (int group : groups) {
            if (group == NamedGroup.x25519 || group == NamedGroup.secp256r1) {
                return new TlsECConfig(group);
            }
        }
        throw new TlsFatalAlert(AlertDescription.handshake_failure, "no key exchange in common");
    }

    @Override
    public boolean requiresExtendedMasterSecret() {
        return true;
    }

    @Override
    public TlsCredentials getCredentials() {
        return identity.signer(context);
    }

    @Override
    @SuppressWarnings("JdkObsolete") // what the library takes
    public CertificateRequest getCertificateRequest() {
        short[] types = {ClientCertificateType.ecdsa_sign};
        return new CertificateRequest(types, new Vector<>(HandshakeTerms.SIGNATURES), null);
    }

    @Override
    public void notifyClientCertificate(Certificate chain) throws IOException {
        proof.check(chain);
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
