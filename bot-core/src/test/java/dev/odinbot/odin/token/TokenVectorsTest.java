package dev.odinbot.odin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the vendor's generator made for the same keys and clocks; the file says how it was run. */
class TokenVectorsTest {

    @ParameterizedTest
    @MethodSource("vectors")
    void sign_vendorsKeyAndClock_makesTheVendorsToken(JsonNode vector) {
        AccessKey key = AccessKeyTest.key(vector.path("accessKey").asText());
        assertThat(Base64.getEncoder().encodeToString(key.signingKey().publicBytes()))
                .isEqualTo(vector.path("publicKey").asText());
        assertThat(key.keyId().value()).isEqualTo(vector.path("keyId").asText());

        Instant now = Instant.ofEpochMilli(vector.path("nowMillis").asLong());
        String token = new TokenSigner(key).sign(claims(vector), now);
        assertThat(token).isEqualTo(vector.path("token").asText());
        assertThat(new TokenVerifier(List.of(key)).verify(token, now))
                .isEqualTo(new TokenVerifier.Verdict.Accepted(key.keyId(), claims(vector)));
    }

    private static TokenClaims claims(JsonNode vector) {
        JsonNode options = vector.path("options");
        TokenClaims claims = TokenClaims.connect(
                strings(vector.path("roomId")), vector.path("userId").asText());
        if (options.has("customer")) {
            claims = claims.withCustomer(options.path("customer").asText());
        }
        if (options.has("audience")) {
            claims = claims.withAudience(options.path("audience").asText());
        }
        if (options.has("subject")) {
            claims = claims.withSubjects(strings(options.path("subject")));
        }
        if (options.has("lifetime")) {
            claims = claims.withLifetime(
                    Duration.ofSeconds(options.path("lifetime").asLong()));
        }
        return claims;
    }

    private static List<String> strings(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        List<String> strings = new ArrayList<>();
        node.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    static List<JsonNode> vectors() throws IOException {
        try (InputStream file = TokenVectorsTest.class.getResourceAsStream("vectors.json")) {
            List<JsonNode> vectors = new ArrayList<>();
            JsonNode root = JsonMapper.builder().build().readTree(Objects.requireNonNull(file, "vectors.json"));
            root.path("vectors").forEach(vectors::add);
            assertThat(vectors).hasSize(24);
            return vectors;
        }
    }
}
