package dev.odinbot.odin.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessKeyTest {

    private static final String GOOD = "AYb+Ucd5ZWSJBIJfLn4QHQv0Wr6L6diMdzi7/hLu5uRW";

    static AccessKey key(String text) {
        return ((AccessKey.Parsed.Valid) AccessKey.parse(text)).key();
    }

    @Test
    void parse_goodKey_isRevealedUnchanged() {
        assertThat(key(GOOD).reveal()).isEqualTo(GOOD);
        assertThat(key(GOOD)).isEqualTo(key(GOOD)).hasSameHashCodeAs(key(GOOD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|an access key has 44 characters, but this has 0",
                "AYb+Ucd5|an access key has 44 characters, but this has 8",
                "AYb-Ucd5ZWSJBIJfLn4QHQv0Wr6L6diMdzi7/hLu5uRW|it is not Base64 (letters, digits, + and /)",
                "AYb+Ucd5ZWSJBIJfLn4QHQv0Wr6L6diMdzi7/hLu5uQ=|it does not hold 33 bytes",
                "Aob+Ucd5ZWSJBIJfLn4QHQv0Wr6L6diMdzi7/hLu5uRW|it is not an access key of version 1 (they begin with A)",
                "AYb+Ucd5ZWSJBIJfLn4QHQv0Wr6L6diMdzi7/hLu5uRX|its checksum is wrong: a character was mistyped or lost"
            })
    void parse_badKey_saysWhatIsWrongWithoutTheKey(String text, String reason) {
        assertThat(AccessKey.parse(text)).isEqualTo(new AccessKey.Parsed.Invalid(reason));
    }

    @Test
    void generate_always_makesAnotherValidKey() {
        AccessKey first = AccessKey.generate();
        AccessKey second = AccessKey.generate();
        assertThat(key(first.reveal())).isEqualTo(first).isNotEqualTo(second);
        assertThat(first.keyId()).isNotEqualTo(second.keyId());
    }

    @Test
    void toString_always_hidesTheKey() {
        AccessKey key = key(GOOD);
        assertThat(key.toString()).isEqualTo("AccessKey[***, id AQS3a/jVtG0z]").doesNotContain(GOOD.substring(1, 8));
        assertThat(AccessKey.parse(GOOD).toString()).doesNotContain(GOOD.substring(1, 8));
        assertThat(Base64.getEncoder().encodeToString(key.signingKey().publicBytes()))
                .isEqualTo("QtWbW8ArT0+jdf0WKaEbRTc+Drf/3DwcVCpNJkUVbKs=");
    }
}
