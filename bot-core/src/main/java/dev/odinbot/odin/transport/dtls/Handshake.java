package dev.odinbot.odin.transport.dtls;

import java.io.IOException;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.bouncycastle.tls.TlsTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the library on a thread of {@link DtlsHandshakes}. While it lasts the library decides what an alert means; a
 * plain one may well be forged, but only by whoever can send from the address that ICE has checked.
 */
final class Handshake implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Handshake.class);

    /** Hears of a handshake on its thread, without any lock held. */
    interface Listener {

        void send(byte[] datagram);

        /**
         * Finished, and the peer is the right one.
         *
         * @param nextNumber the first number in epoch 1 that we may use
         * @param lastFlight what remains to be sent
         */
        void finished(RecordKeys.Pair keys, long nextNumber, byte[] lastFlight);

        /** @param lastFlight what remains to be sent: an alert, or nothing */
        void failed(String reason, byte[] lastFlight);
    }

    private final DtlsIdentity identity;
    private final HandshakeTerms terms;
    private final ClientHellos.@Nullable Verified hello;
    private final Listener listener;
    private final Proof proof;
    private final HandshakeWire wire;

    /** @param hello the hello to answer; null when it is us who says hello */
    Handshake(
            DtlsIdentity identity,
            Fingerprint fingerprint,
            DtlsHandshakes handshakes,
            ClientHellos.@Nullable Verified hello,
            Listener listener) {
        this.identity = identity;
        this.terms = handshakes.terms();
        this.hello = hello;
        this.listener = listener;
        this.proof = new Proof(fingerprint);
        this.wire = new HandshakeWire(
                terms.datagramBytes(),
                hello == null ? null : hello.record(),
                () -> handshakes.othersWait(role()),
                listener::send);
    }

    DtlsRole role() {
        return hello == null ? DtlsRole.CLIENT : DtlsRole.SERVER;
    }

    HandshakeWire wire() {
        return wire;
    }

    @Override
    public void run() {
        try {
            shakeHands();
            // The library would write again only if it were called again; should it ever be, nothing comes of it.
            wire.close();
            RecordKeys.Pair keys = proof.keys();
            if (keys == null || wire.nextNumber() == 0) {
                throw new IllegalStateException("A handshake ended without a proven peer or without our last message");
            }
            listener.finished(keys, wire.nextNumber(), wire.takeFlight());
        } catch (IOException e) {
            listener.failed(reason(e), wire.takeFlight());
        } catch (Throwable e) { // Errors too, or the session would wait for ever; the pool would only lose the thread.
            LOG.error("A DTLS handshake failed in an unforeseen way", e);
            listener.failed("the DTLS handshake failed in an unforeseen way", wire.takeFlight());
        }
    }

    private void shakeHands() throws IOException {
        if (hello == null) {
            new DTLSClientProtocol().connect(new ClientSide(identity, proof, terms), wire);
        } else {
            new DTLSServerProtocol().accept(new ServerSide(identity, proof, terms), wire, hello.request());
        }
    }

    private String reason(IOException e) {
        if (proof.isWrong()) {
            return Proof.WRONG_PEER;
        }
        if (e instanceof TlsFatalAlertReceived alert) {
            return "the other side refused the DTLS handshake: " + name(alert.getAlertDescription());
        }
        if (e instanceof TlsFatalAlert alert) {
            return "the DTLS handshake failed: " + name(alert.getAlertDescription());
        }
        if (e instanceof TlsTimeoutException) {
            return "the DTLS handshake took longer than " + terms.limitMillis() / 1000.0 + " s";
        }
        return "the DTLS handshake failed: " + e.getMessage();
    }

    private static String name(short alert) {
        return AlertDescription.getName(alert);
    }
}
