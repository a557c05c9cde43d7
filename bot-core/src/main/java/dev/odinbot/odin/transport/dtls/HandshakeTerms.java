package dev.odinbot.odin.transport.dtls;

import java.util.List;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;

/**
 * How handshakes are held.
 *
 * @param resendMillis after what time of silence a flight is sent again for the first time; the time doubles from there
 * @param limitMillis how long a handshake may take
 * @param datagramBytes no datagram is longer
 */
record HandshakeTerms(int resendMillis, int limitMillis, int datagramBytes) {

    /**
     * What resending waits for at first is more than most round trips, and less than what a person notices. 1,200 bytes pass
     * every path, as for all of WebRTC.
     */
    static final HandshakeTerms USUAL = new HandshakeTerms(200, 10_000, 1200);

    /**
     * After what time of silence a handshake gives its thread up when others wait for one. A flight has been sent four times
     * by then, as usual.
     */
    static final int PATIENCE_MILLIS = 1_500;

    /** With what a peer may sign: our suites are for elliptic curves only. */
    static final List<SignatureAndHashAlgorithm> SIGNATURES = List.of(
            new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa),
            new SignatureAndHashAlgorithm(HashAlgorithm.sha384, SignatureAlgorithm.ecdsa),
            new SignatureAndHashAlgorithm(HashAlgorithm.sha512, SignatureAlgorithm.ecdsa));
}
