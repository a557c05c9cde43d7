package dev.odinbot.odin.transport.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionDescriptionTest {

    private static final String FINGERPRINT = "sha-256 " + "AB:".repeat(31) + "CD";

    private static final String HEAD = """
            v=0
            o=- 4611731400430051336 2 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0
            a=extmap-allow-mixed
            a=msid-semantic: WMS
            """.replace("\n", "\r\n");

    private static final String DATA = """
            m=application 9 UDP/DTLS/SCTP webrtc-datachannel
            c=IN IP4 0.0.0.0
            a=candidate:1 1 udp 2122260223 192.0.2.2 50000 typ host generation 0
            a=ice-ufrag:abcd
            a=ice-pwd:0123456789012345678901
            a=ice-options:trickle
            a=fingerprint:%s
            a=setup:actpass
            a=mid:0
            a=sctp-port:5000
            a=max-message-size:262144
            """.formatted(FINGERPRINT).replace("\n", "\r\n");

    private static final String SOUND = "m=audio 9 UDP/TLS/RTP/SAVPF 111 63\r\nc=IN IP4 0.0.0.0\r\na=mid:voice\r\n";
    private static final String REFUSED_VIDEO = "m=video 0 UDP/TLS/RTP/SAVPF 96\r\na=inactive\r\n";

    private static final String OFFER = HEAD + DATA;

    @Test
    void parse_browserOffer_keepsWhatADataChannelNeeds() {
        assertThat(SessionDescription.parse(OFFER))
                .isEqualTo(new SessionDescription(
                        "0",
                        "abcd",
                        "0123456789012345678901",
                        FINGERPRINT,
                        DtlsSetup.ACTPASS,
                        5000,
                        262144,
                        false,
                        List.of(new Candidate("1", "udp", 2122260223L, "192.0.2.2", 50000, "host")),
                        List.of(),
                        List.of()));
    }

    @Test
    void text_parsedAgain_isTheSame() {
        SessionDescription description = SessionDescription.parse(OFFER.replace("s=-\r\n", "s=-\r\na=ice-lite\r\n"));

        assertThat(SessionDescription.parse(description.text())).isEqualTo(description);
        assertThat(description.iceLite()).isTrue();
    }

    @Test
    void answer_offerWithSoundAndVideo_refusesThemInTheirPlaces() {
        SessionDescription offer = SessionDescription.parse(HEAD + SOUND + DATA + REFUSED_VIDEO);

        String answer = offer.answer("efgh", "p".repeat(24), FINGERPRINT, List.of(Candidate.host(1, 7, "::1", 4)))
                .text();

        assertThat(answer.lines().filter(line -> line.startsWith("m=")))
                .containsExactly(
                        "m=audio 0 UDP/TLS/RTP/SAVPF 111",
                        "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
                        "m=video 0 UDP/TLS/RTP/SAVPF 96");
        assertThat(answer)
                .contains("a=group:BUNDLE 0\r\n", "a=mid:voice\r\n", "a=candidate:1 1 udp 7 ::1 4 typ host\r\n");
    }

    @ParameterizedTest
    @CsvSource({"actpass,ACTIVE", "passive,ACTIVE", "active,PASSIVE"})
    void answer_anySetup_takesTheOtherRole(String offered, DtlsSetup answered) {
        SessionDescription offer = SessionDescription.parse(OFFER.replace("actpass", offered));

        assertThat(offer.answer("efgh", "p".repeat(24), FINGERPRINT, List.of()).setup())
                .isEqualTo(answered);
    }

    @Test
    void parse_attributesOfTheWholeSession_countForTheDataChannel() {
        String shared = "a=ice-ufrag:abcd\r\na=fingerprint:" + FINGERPRINT + "\r\n";
        String offer = HEAD
                + shared
                + DATA.lines()
                        .filter(line -> !line.startsWith("a=ice-ufrag") && !line.startsWith("a=fingerprint"))
                        .reduce("", (a, b) -> a + b + "\r\n");

        assertThat(SessionDescription.parse(offer)).isEqualTo(SessionDescription.parse(OFFER));
    }

    @Test
    void parse_attributesOfTheSectionItIsBundledWith_countForTheDataChannel() {
        String bundled = HEAD
                + SOUND
                + DATA.lines().skip(2).limit(6).reduce("", (a, b) -> a + b + "\r\n")
                + "m=application 0 UDP/DTLS/SCTP webrtc-datachannel\r\na=bundle-only\r\na=mid:1\r\n";

        SessionDescription description = SessionDescription.parse(bundled);

        assertThat(description.ufrag()).isEqualTo("abcd");
        assertThat(description.mid()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 1 udp 1 192.0.2.2\u0000 50000 typ host",
                "1 2 udp 1 192.0.2.2 50000 typ host",
                "1 1 udp 4294967296 192.0.2.2 50000 typ host",
                "1 1 udp 1 192.0.2.2 0 typ host",
                "1 1 udp 1 192.0.2.2 65536 typ host",
                "1 1 sctp 1 192.0.2.2 50000 typ host",
                "1 1 udp 1 192.0.2.2 50000"
            })
    void parse_candidateOfNoUse_leavesItOut(String candidate) {
        String offer = OFFER.replace("1 1 udp 2122260223 192.0.2.2 50000 typ host generation 0", candidate);

        assertThat(SessionDescription.parse(offer).candidates()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "m=application,'needs one data channel, has 0'",
        "a=ice-ufrag:abcd,ice-ufrag missing",
        "a=ice-pwd:,ice-pwd missing",
        "a=fingerprint:,fingerprint missing",
        "a=setup:,setup missing",
        "a=mid:,mid missing",
        "v=0,not an SDP"
    })
    void parse_missingLine_isRefusedByName(String start, String reason) {
        String offer = OFFER.lines().filter(line -> !line.startsWith(start)).reduce("", (a, b) -> a + b + "\r\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionDescription.parse(offer))
                .withMessage("Not a usable session description: " + reason);
    }

    @ParameterizedTest
    @CsvSource({
        "a=ice-ufrag:abcd,a=ice-ufrag:ab,ice-ufrag malformed",
        "a=setup:actpass,a=setup:holdconn,setup malformed",
        "a=sctp-port:5000,a=sctp-port:65536,sctp-port malformed",
        "a=sctp-port:5000,a=sctp-port:0,sctp-port malformed",
        "m=application 9,m=application 0,'needs one data channel, has 0'",
        "m=application 9,m=application,media line malformed"
    })
    void parse_malformedLine_isRefusedByName(String line, String malformed, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionDescription.parse(OFFER.replace(line, malformed)))
                .withMessage("Not a usable session description: " + reason);
    }

    @Test
    void parse_severalFingerprints_prefersTheOneEverybodyTakes() {
        String sha1 = "sha-1 " + "AB:".repeat(19) + "CD";
        String sha384 = "sha-384 " + "AB:".repeat(47) + "CD";
        String sha512 = "sha-512 " + "AB:".repeat(63) + "CD";
        assertThat(fingerprintOf(sha1, FINGERPRINT, sha512)).isEqualTo(FINGERPRINT);
        assertThat(fingerprintOf(FINGERPRINT, sha1)).isEqualTo(FINGERPRINT);
        assertThat(fingerprintOf("nonsense", FINGERPRINT, "sha-256 nonsense")).isEqualTo(FINGERPRINT);
        assertThat(fingerprintOf(sha1, sha384, sha512, sha1)).isEqualTo(sha384);
        assertThat(fingerprintOf(sha1)).isEqualTo(sha1);
    }

    private static String fingerprintOf(String... values) {
        String lines = "a=fingerprint:" + String.join("\r\na=fingerprint:", values);
        return SessionDescription.parse(OFFER.replace("a=fingerprint:" + FINGERPRINT, lines))
                .fingerprint();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9999, 59999, 60000, 64999, 65499, 65529, 65535})
    void parse_anyPort_isTaken(int port) {
        assertThat(SessionDescription.parse(OFFER.replace("sctp-port:5000", "sctp-port:" + port))
                        .sctpPort())
                .isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1073741823,1073741823", "4294967296,2147483647"})
    void parse_longMessages_areTakenAsFarAsWeCount(String said, int taken) {
        assertThat(SessionDescription.parse(OFFER.replace("size:262144", "size:" + said))
                        .maxMessageBytes())
                .isEqualTo(taken);
    }

    @Test
    void parse_twoDataChannels_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionDescription.parse(OFFER + DATA))
                .withMessageContaining("has 2");
    }

    @Test
    void parse_tooLong_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionDescription.parse(OFFER + "a=x:" + "y".repeat(1_000_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> SessionDescription.parse(OFFER + "a=x\r\n".repeat(2000)));
        assertThatIllegalArgumentException().isThrownBy(() -> SessionDescription.parse(OFFER + SOUND.repeat(40)));
    }

    @Test
    void toString_always_keepsThePasswordToItself() {
        assertThat(SessionDescription.parse(OFFER)).asString().doesNotContain("0123456789012345678901");
    }

    /** Mutated as a careless or hostile client might. */
    @Test
    void parse_anyText_isReadOrRefused() {
        long seed = 20261122;
        Random random = new Random(seed);
        String offer = HEAD + SOUND + DATA + REFUSED_VIDEO;
        for (int i = 0; i < Integer.getInteger("fuzz.cases", 5_000); i++) {
            StringBuilder text = new StringBuilder(offer);
            for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                    case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(1, 60)));
                    default -> text.insert(at, offer, 0, random.nextInt(offer.length()));
                }
                if (text.isEmpty()) {
                    text.append('v');
                }
            }
            String mutated = text.toString();
            try {
                SessionDescription read = SessionDescription.parse(mutated);
                assertThat(SessionDescription.parse(read.text()))
                        .as("seed %d", seed)
                        .isNotNull();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageStartingWith("Not a usable session description: ");
            }
        }
    }
}
