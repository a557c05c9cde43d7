package dev.odinbot.odin.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    /** FIPS 180-2's example of SHA-256, SHA-384 and SHA-512: what the letters abc hash to. */
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    private static final String SHA_256 =
            "BA:78:16:BF:8F:01:CF:EA:41:41:40:DE:5D:AE:22:23:" + "B0:03:61:A3:96:17:7A:9C:B4:10:FF:61:F2:00:15:AD";
    private static final String SHA_384 = "CB:00:75:3F:45:A3:5E:8B:B5:A0:3D:69:9A:C6:50:07:27:2C:32:AB:0E:DE:D1:63:"
            + "1A:8B:60:5A:43:FF:5B:ED:80:86:07:2B:A1:E7:CC:23:58:BA:EC:A1:34:C8:25:A7";
    private static final String SHA_512 = "DD:AF:35:A1:93:61:7A:BA:CC:41:73:49:AE:20:41:31:"
            + "12:E6:FA:4E:89:A9:7E:A2:0A:9E:EE:E6:4B:55:D3:9A:21:92:99:2A:27:4F:C1:A8:"
            + "36:BA:3C:23:A3:FE:EB:BD:45:4D:44:23:64:3C:E8:0E:2A:9A:C9:4F:A5:4C:A4:9F";

    @Test
    void of_knownBytes_isTheKnownHash() {
        assertThat(Fingerprint.of(ABC).text()).isEqualTo("sha-256 " + SHA_256);
    }

    @Test
    void matches_eachHash_onlyWhatItWasMadeOf() {
        for (String text : new String[] {"sha-256 " + SHA_256, "sha-384 " + SHA_384, "sha-512 " + SHA_512}) {
            assertThat(new Fingerprint(text).matches(ABC)).as(text).isTrue();
            assertThat(new Fingerprint(text).matches(new byte[3])).as(text).isFalse();
        }
    }

    @Test
    void fingerprint_otherCase_isTheSame() {
        assertThat(new Fingerprint("SHA-256 " + SHA_256.toLowerCase()))
                .isEqualTo(new Fingerprint("sha-256 " + SHA_256));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha-256",
                "sha-1 A9:99:3E:36:47:06:81:6A:BA:3E:25:71:78:50:C2:6C:9C:D0:D8:9D",
                "md5 90:01:50:98:3C:D2:4F:B0:D6:96:3F:7D:28:E1:7F:72",
                "sha-256 BA:78",
                "sha-256 " + SHA_256 + " " + SHA_256,
                "sha-256 " + SHA_384,
                "sha-256 ZZ"
                        + "BA:78:16:BF:8F:01:CF:EA:41:41:40:DE:5D:AE:22:23:B0:03:61:A3:96:17:7A:9C:B4:10:FF:61:F2:00:15",
                "sha-256 BA-78-16-BF-8F-01-CF-EA-41-41-40-DE-5D-AE-22-23-B0-03-61-A3-96-17-7A-9C-B4-10-FF-61-F2-00-15-AD"
            })
    void fingerprint_notOne_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fingerprint(text))
                .withMessageContaining("ingerprint");
    }
}
