package dev.odinbot.odin.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final AccessKey key = AccessKey.generate();
    private final TokenVerifier verifier = new TokenVerifier(List.of(AccessKey.generate(), key));

    private final String token = new TokenSigner(key).sign(TokenClaims.connect("Lobby", "bot"), NOW);

    @Test
    void verify_ownToken_exposesItsClaims() {
        TokenVerifier.Verdict verdict = verifier.verify(token, NOW);
        assertThat(verdict).isInstanceOfSatisfying(TokenVerifier.Verdict.Accepted.class, accepted -> {
            assertThat(accepted.keyId()).isEqualTo(key.keyId());
            assertThat(accepted.claims().roomIds()).containsExactly("Lobby");
            assertThat(accepted.claims().userId()).isEqualTo("bot");
            assertThat(accepted.claims().allows("connect")).isTrue();
            assertThat(accepted.claims().allows("RoomClose")).isFalse();
            assertThat(accepted.claims().isFor("gateway")).isTrue();
            assertThat(accepted.claims().lifetime()).isEqualTo(Duration.ofSeconds(300));
        });
    }

    @ParameterizedTest
    @CsvSource({"-300,''", "-301,the token is not valid yet", "600,''", "601,the token has expired"})
    void verify_otherClock_hasFiveMinutesOfLeeway(long seconds, String refusal) {
        TokenVerifier.Verdict verdict = verifier.verify(token, NOW.plus(Duration.ofSeconds(seconds)));
        if (refusal.isEmpty()) {
            assertThat(verdict).isInstanceOf(TokenVerifier.Verdict.Accepted.class);
        } else {
            assertThat(verdict).isEqualTo(new TokenVerifier.Verdict.Refused(refusal));
        }
    }

    @Test
    void verify_unknownKey_isRefused() {
        assertThat(refusal(new TokenSigner(AccessKey.generate()).sign(TokenClaims.connect("Lobby", "bot"), NOW)))
                .isEqualTo("the token's key id is unknown");
    }

    @Test
    void verify_otherClaimsUnderTheSameSignature_isRefused() {
        String[] own = token.split("\\.");
        String[] other = new TokenSigner(key)
                .sign(TokenClaims.connect("Vault", "admin"), NOW)
                .split("\\.");
        assertThat(refusal(own[0] + "." + other[1] + "." + own[2])).isEqualTo("the token's signature is wrong");
        assertThat(refusal(own[0] + "." + own[1] + ".AAAA")).isEqualTo("the token's signature is wrong");
        assertThat(refusal(own[0] + "." + own[1] + "." + "_".repeat(86))).isNotEmpty();
    }

    @Test
    void verify_otherAlgorithm_isRefused() {
        String header = "{\"alg\":\"none\",\"kid\":\"" + key.keyId() + "\"}";
        assertThat(refusal(base64(header) + "." + token.split("\\.")[1] + "."))
                .isEqualTo("the token's algorithm is not EdDSA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|the token does not say from when to when it is valid (exp, nbf)",
                "{\"exp\":1e300,\"nbf\":0}|the token does not say from when to when it is valid (exp, nbf)",
                "{\"exp\":9223372036854775807,\"nbf\":0}|the token does not say from when to when it is valid (exp, nbf)",
                "{\"exp\":1767225600,\"nbf\":1767225600}|the token names no room (rid)",
                "{\"exp\":1767225600,\"nbf\":1767225600,\"rid\":[]}|the token names no room (rid)",
                "{\"exp\":1767225600,\"nbf\":1767225600,\"rid\":[1]}|the token names no room (rid)",
                "{\"exp\":1767225600,\"nbf\":1767225600,\"rid\":\"a\",\"uid\":7}|the token names no user (uid)",
                "{\"exp\":1767225600,\"nbf\":1767225600,\"rid\":\"a\",\"uid\":\"u\",\"sub\":{}}"
                        + "|the token's sub or aud is neither a string nor a list of them"
            })
    void verify_signedButIncomplete_saysWhatIsMissing(String payload, String reason) {
        String body = base64("{\"alg\":\"EdDSA\",\"kid\":\"" + key.keyId() + "\"}") + "." + base64(payload);
        byte[] signature = key.signingKey().sign(body.getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(body + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature)))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "e30.e30.", "W10.W10.W10", "bnVsbA.bnVsbA.", "é.ü.ö"})
    void verify_nonsense_isRefused(String nonsense) {
        assertThat(refusal(nonsense)).isNotEmpty();
    }

    @Test
    void verify_randomDamage_isNeverAccepted() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            StringBuilder damaged = new StringBuilder(token);
            // The last character's low bits are padding, which a decoder may ignore.
            int at = random.nextInt(token.length() - 1);
            char other = (char) (' ' + random.nextInt(95));
            if (other == token.charAt(at)) {
                continue;
            }
            damaged.setCharAt(at, other);
            assertThat(refusal(damaged.toString())).as(damaged.toString()).isNotEmpty();
        }
        assertThat(refusal("x".repeat(1_000_000))).isEqualTo("the token is longer than 16384 characters");
    }

    private String refusal(String nonsense) {
        return ((TokenVerifier.Verdict.Refused) verifier.verify(nonsense, NOW)).reason();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
