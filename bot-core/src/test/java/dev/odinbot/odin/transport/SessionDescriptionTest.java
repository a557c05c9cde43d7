package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionDescriptionTest {

    static final String FINGERPRINT = "sha-256 " + "AB:".repeat(31) + "CD";

    static final String OFFER = """
            v=0
            o=- 4611731400430051336 2 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0
            a=extmap-allow-mixed
            a=msid-semantic: WMS
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

    @Test
    void parse_browserOffer_keepsWhatADataChannelNeeds() {
        assertThat(SessionDescription.parse(OFFER))
                .isEqualTo(new SessionDescription(
                        "0",
                        "abcd",
                        "0123456789012345678901",
                        FINGERPRINT,
                        "actpass",
                        5000,
                        false,
                        List.of("candidate:1 1 udp 2122260223 192.0.2.2 50000 typ host generation 0")));
    }

    @Test
    void text_parsedAgain_isTheSame() {
        SessionDescription description = SessionDescription.parse(OFFER.replace("s=-\r\n", "s=-\r\na=ice-lite\r\n"));

        assertThat(SessionDescription.parse(description.text())).isEqualTo(description);
        assertThat(description.iceLite()).isTrue();
    }

    @Test
    void parse_candidateWithStrangeCharacters_leavesItOut() {
        String offer = OFFER.replace("192.0.2.2 50000", "192.0.2.2\u0000 50000");

        assertThat(SessionDescription.parse(offer).candidates()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"m=application", "a=ice-ufrag:abcd", "a=ice-pwd:", "a=fingerprint:", "a=setup:", "a=mid:", "v=0"
            })
    void parse_missingLine_isRefused(String start) {
        String offer = OFFER.lines().filter(line -> !line.startsWith(start)).reduce("", (a, b) -> a + b + "\r\n");

        assertThatIllegalArgumentException().isThrownBy(() -> SessionDescription.parse(offer));
    }

    @Test
    void parse_otherMedia_isRefused() {
        String video =
                OFFER.replace("m=application 9 UDP/DTLS/SCTP webrtc-datachannel", "m=video 9 UDP/TLS/RTP/SAVPF 96");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionDescription.parse(video))
                .withMessageContaining("one data channel and no other media");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionDescription.parse(OFFER + "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n"));
    }

    @Test
    void parse_tooLong_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionDescription.parse(OFFER + "a=x:" + "y".repeat(1_000_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> SessionDescription.parse(OFFER + "a=x\r\n".repeat(1000)));
    }
}
