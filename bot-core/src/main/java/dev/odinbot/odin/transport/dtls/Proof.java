package dev.odinbot.odin.transport.dtls;

import java.io.IOException;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsFatalAlert;
import org.jspecify.annotations.Nullable;

/** What one handshake has shown so far: whether the peer is who it announced to be, and at last the keys. */
final class Proof {

    static final String WRONG_PEER = "the peer's certificate is not the one it announced";

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
        right = announced.matches(chain.getCertificateAt(0).getEncoded());
        wrong = !right;
        if (wrong) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, WRONG_PEER);
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
