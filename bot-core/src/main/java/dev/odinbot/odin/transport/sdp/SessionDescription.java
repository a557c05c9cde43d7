package dev.odinbot.odin.transport.sdp;

import java.util.List;

/**
 * What a data channel needs out of an SDP.
 *
 * @param fingerprint algorithm and hash of the certificate, as in {@code a=fingerprint:}
 * @param maxMessageBytes the longest message that side takes; 0 for any
 * @param before sections of other media before the data channel's
 * @param after those behind it
 */
public record SessionDescription(
        String mid,
        String ufrag,
        String password,
        String fingerprint,
        DtlsSetup setup,
        int sctpPort,
        int maxMessageBytes,
        boolean iceLite,
        List<Candidate> candidates,
        List<OtherMedia> before,
        List<OtherMedia> after) {

    /** What we take of the other side. */
    public static final int MAX_MESSAGE_BYTES = 65536;

    /** The port that everybody uses; it only tells associations in one DTLS connection apart. */
    public static final int SCTP_PORT = 5000;

    public SessionDescription {
        candidates = List.copyOf(candidates);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** @throws IllegalArgumentException when it does not describe exactly one data channel */
    public static SessionDescription parse(String text) {
        return SessionDescriptionReader.read(text);
    }

    /** Ours, which the other side answers. No candidates: as with the vendor's clients, the answering side is the one that is reached. */
    public static SessionDescription offer(String ufrag, String password, String fingerprint) {
        return new SessionDescription(
                "0",
                ufrag,
                password,
                fingerprint,
                DtlsSetup.ACTPASS,
                SCTP_PORT,
                MAX_MESSAGE_BYTES,
                false,
                List.of(),
                List.of(),
                List.of());
    }

    /** Our answer to this offer. */
    public SessionDescription answer(
            String ownUfrag, String ownPassword, String ownFingerprint, List<Candidate> ownCandidates) {
        return new SessionDescription(
                mid,
                ownUfrag,
                ownPassword,
                ownFingerprint,
                // The side that answers begins when it may: that saves half a round trip (RFC 8842, 5.3).
                setup == DtlsSetup.ACTIVE ? DtlsSetup.PASSIVE : DtlsSetup.ACTIVE,
                SCTP_PORT,
                MAX_MESSAGE_BYTES,
                false,
                ownCandidates,
                before,
                after);
    }

    public String text() {
        StringBuilder text = new StringBuilder("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n");
        if (iceLite) {
            text.append("a=ice-lite\r\n");
        }
        attribute(text, "group", "BUNDLE " + mid);
        before.forEach(media -> text.append(media.rejected()));
        text.append("m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\n");
        candidates.forEach(
                candidate -> text.append("a=").append(candidate.text()).append("\r\n"));
        attribute(text, "ice-ufrag", ufrag);
        attribute(text, "ice-pwd", password);
        attribute(text, "fingerprint", fingerprint);
        attribute(text, "setup", setup.text());
        attribute(text, "mid", mid);
        attribute(text, "sctp-port", Integer.toString(sctpPort));
        attribute(text, "max-message-size", Integer.toString(maxMessageBytes));
        after.forEach(media -> text.append(media.rejected()));
        return text.toString();
    }

    private static void attribute(StringBuilder text, String name, String value) {
        text.append("a=").append(name).append(':').append(value).append("\r\n");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SessionDescription[" + ufrag + ", " + setup.text() + ", " + candidates + "]";
    }
}
