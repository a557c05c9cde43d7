package dev.odinbot.testing.webrtc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The few things a data channel needs out of an SDP. Other people's text never reaches the native library: it is read
 * into this, each part checked against its grammar, and written anew.
 *
 * @param fingerprint algorithm and hash, as in {@code a=fingerprint:}
 * @param candidates the {@code a=candidate:} lines without their {@code a=}
 */
record WebRtcDescription(
        String mid,
        String ufrag,
        String password,
        String fingerprint,
        String setup,
        int sctpPort,
        boolean iceLite,
        List<String> candidates) {

    private static final int MAX_CHARS = 64 * 1024;
    private static final int MAX_LINES = 500;
    private static final int MAX_CANDIDATES = 64;

    private static final Pattern MEDIA =
            Pattern.compile("m=application [1-9][0-9]{0,4} (?:UDP/|TCP/)?DTLS/SCTP webrtc-datachannel");
    private static final Pattern ATTRIBUTE = Pattern.compile("a=([a-z-]{1,32})(?::(.*))?");
    private static final Pattern MID = Pattern.compile("[A-Za-z0-9_.+-]{1,32}");
    private static final Pattern UFRAG = Pattern.compile("[A-Za-z0-9+/]{4,256}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9+/]{22,256}");
    private static final Pattern FINGERPRINT =
            Pattern.compile("(?i)sha-(?:1|224|256|384|512) [0-9A-F]{2}(?::[0-9A-F]{2}){19,63}");
    private static final Pattern SETUP = Pattern.compile("actpass|active|passive");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,3}|[1-5][0-9]{4}");
    private static final Pattern CANDIDATE = Pattern.compile("candidate:[A-Za-z0-9+/]{1,32} 1 (?i:udp|tcp) [0-9]{1,10}"
            + " [0-9A-Za-z.:-]{1,253} [0-9]{1,5} typ [a-z]{1,8}(?: [A-Za-z0-9.:+/-]{1,256}){0,20}");

    WebRtcDescription {
        candidates = List.copyOf(candidates);
    }

    /** @throws IllegalArgumentException when it does not describe exactly one data channel connection */
    static WebRtcDescription parse(String text) {
        require(text.length() <= MAX_CHARS, "longer than " + MAX_CHARS + " characters");
        List<String> lines = text.lines().toList();
        require(lines.size() <= MAX_LINES, "more than " + MAX_LINES + " lines");
        require(text.startsWith("v=0"), "not an SDP");
        Reader reader = new Reader();
        for (String line : lines) {
            reader.read(line);
        }
        return reader.description();
    }

    WebRtcDescription withCandidates(List<String> others) {
        return new WebRtcDescription(mid, ufrag, password, fingerprint, setup, sctpPort, iceLite, others);
    }

    String text() {
        StringBuilder text = new StringBuilder("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n");
        if (iceLite) {
            text.append("a=ice-lite\r\n");
        }
        text.append("a=group:BUNDLE ").append(mid).append("\r\n");
        text.append("m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\n");
        candidates.forEach(candidate -> text.append("a=").append(candidate).append("\r\n"));
        attribute(text, "ice-ufrag", ufrag);
        attribute(text, "ice-pwd", password);
        attribute(text, "fingerprint", fingerprint);
        attribute(text, "setup", setup);
        attribute(text, "mid", mid);
        attribute(text, "sctp-port", Integer.toString(sctpPort));
        attribute(text, "max-message-size", "262144");
        return text.toString();
    }

    private static void attribute(StringBuilder text, String name, String value) {
        text.append("a=").append(name).append(':').append(value).append("\r\n");
    }

    private static void require(boolean fine, String fault) {
        if (!fine) {
            throw new IllegalArgumentException("Not a usable session description: " + fault);
        }
    }

    private static final class Reader {
        private int medias;
        private @Nullable String mid;
        private @Nullable String ufrag;
        private @Nullable String password;
        private @Nullable String fingerprint;
        private @Nullable String setup;
        private String sctpPort = "5000";
        private boolean iceLite;
        private final List<String> candidates = new ArrayList<>();

        void read(String line) {
            if (line.startsWith("m=")) {
                require(MEDIA.matcher(line).matches() && ++medias == 1, "needs one data channel and no other media");
                return;
            }
            Matcher attribute = ATTRIBUTE.matcher(line);
            if (attribute.matches()) {
                attribute(attribute.group(1), attribute.group(2) == null ? "" : attribute.group(2));
            }
        }

        private void attribute(String name, String value) {
            switch (name) {
                case "mid" -> mid = value;
                case "ice-ufrag" -> ufrag = value;
                case "ice-pwd" -> password = value;
                case "fingerprint" -> fingerprint = value;
                case "setup" -> setup = value;
                case "sctp-port" -> sctpPort = value;
                case "ice-lite" -> iceLite = true;
                case "candidate" -> candidate("candidate:" + value);
                default -> {} // says nothing that a data channel needs
            }
        }

        /** A candidate we cannot read is one way less to connect, not a fault. */
        private void candidate(String candidate) {
            if (candidates.size() < MAX_CANDIDATES
                    && CANDIDATE.matcher(candidate).matches()) {
                candidates.add(candidate);
            }
        }

        WebRtcDescription description() {
            require(medias == 1, "no data channel in it");
            return new WebRtcDescription(
                    checked("mid", MID, mid),
                    checked("ice-ufrag", UFRAG, ufrag),
                    checked("ice-pwd", PASSWORD, password),
                    checked("fingerprint", FINGERPRINT, fingerprint),
                    checked("setup", SETUP, setup),
                    Integer.parseInt(checked("sctp-port", PORT, sctpPort)),
                    iceLite,
                    candidates);
        }

        private static String checked(String name, Pattern grammar, @Nullable String value) {
            if (value == null || !grammar.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "Not a usable session description: " + name + (value == null ? " missing" : " malformed"));
            }
            return value;
        }
    }
}
