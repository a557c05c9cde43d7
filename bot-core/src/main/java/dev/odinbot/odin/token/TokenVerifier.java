package dev.odinbot.odin.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges tokens by the keys it knows. Immutable. */
public final class TokenVerifier {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MAX_LENGTH = 16 * 1024;
    private static final long LEEWAY_SECONDS = 300;

    private final Map<KeyId, AccessKey> keys;

    public TokenVerifier(Collection<AccessKey> keys) {
        this.keys = keys.stream()
                .collect(Collectors.toUnmodifiableMap(AccessKey::keyId, Function.identity(), (first, same) -> first));
    }

    /** Whether the token is signed by a known key, valid {@code now}, and says who may go where. */
    public Verdict verify(String token, Instant now) {
        if (token.length() > MAX_LENGTH) {
            return new Verdict.Refused("the token is longer than " + MAX_LENGTH + " characters");
        }
        String[] segments = token.split("\\.", -1);
        if (segments.length != 3) {
            return new Verdict.Refused("a token has three segments, but this has " + segments.length);
        }
        Optional<JsonNode> header = decode(segments[0]).flatMap(TokenVerifier::object);
        Optional<JsonNode> payload = decode(segments[1]).flatMap(TokenVerifier::object);
        Optional<byte[]> signature = decode(segments[2]);
        if (header.isEmpty() || payload.isEmpty() || signature.isEmpty()) {
            return new Verdict.Refused("the token is not Base64 of JSON objects");
        }
        if (!header.get().path("alg").asText().equals("EdDSA")) {
            return new Verdict.Refused("the token's algorithm is not EdDSA");
        }
        KeyId keyId = new KeyId(header.get().path("kid").asText());
        AccessKey key = keys.get(keyId);
        if (key == null) {
            return new Verdict.Refused("the token's key id is unknown");
        }
        byte[] signed = (segments[0] + "." + segments[1]).getBytes(StandardCharsets.UTF_8);
        if (!key.signingKey().verifies(signed, signature.get())) {
            return new Verdict.Refused("the token's signature is wrong");
        }
        return judgeClaims(keyId, payload.get(), now.getEpochSecond());
    }

    private static Verdict judgeClaims(KeyId keyId, JsonNode payload, long now) {
        JsonNode expires = payload.path("exp");
        JsonNode notBefore = payload.path("nbf");
        if (!isTime(expires) || !isTime(notBefore)) {
            return new Verdict.Refused("the token does not say from when to when it is valid (exp, nbf)");
        }
        if (now - LEEWAY_SECONDS > expires.asLong()) {
            return new Verdict.Refused("the token has expired");
        }
        if (now + LEEWAY_SECONDS < notBefore.asLong()) {
            return new Verdict.Refused("the token is not valid yet");
        }
        Optional<List<String>> rooms = strings(payload.path("rid"));
        Optional<List<String>> subjects = strings(payload.path("sub"));
        Optional<List<String>> audiences = strings(payload.path("aud"));
        if (rooms.isEmpty() || rooms.get().isEmpty()) {
            return new Verdict.Refused("the token names no room (rid)");
        }
        if (!payload.path("uid").isTextual()) {
            return new Verdict.Refused("the token names no user (uid)");
        }
        if (subjects.isEmpty() || audiences.isEmpty()) {
            return new Verdict.Refused("the token's sub or aud is neither a string nor a list of them");
        }
        return new Verdict.Accepted(
                keyId,
                new TokenClaims(
                        rooms.get(),
                        payload.path("uid").asText(),
                        string(payload.path("adr")),
                        string(payload.path("cid")),
                        subjects.get(),
                        audiences.get(),
                        Duration.ofSeconds(expires.asLong() - notBefore.asLong())));
    }

    /** Seconds that any calendar can hold; also keeps the arithmetic from overflowing. */
    private static boolean isTime(JsonNode node) {
        return node.isIntegralNumber()
                && node.canConvertToLong()
                && node.asLong() >= 0
                && node.asLong() <= Instant.MAX.getEpochSecond();
    }

    private static Optional<String> string(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** Absent: none; a string: that one; empty when it is something else. */
    private static Optional<List<String>> strings(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.of(List.of());
        }
        if (node.isTextual()) {
            return Optional.of(List.of(node.asText()));
        }
        List<String> values = new ArrayList<>();
        for (JsonNode element : node) {
            if (!element.isTextual()) {
                return Optional.empty();
            }
            values.add(element.asText());
        }
        return node.isArray() ? Optional.of(values) : Optional.empty();
    }

    private static Optional<byte[]> decode(String segment) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(segment));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> object(byte[] json) {
        try {
            return Optional.ofNullable(JSON.readTree(json)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What the verifier thinks of a token. */
    public sealed interface Verdict {

        record Accepted(KeyId keyId, TokenClaims claims) implements Verdict {}

        /** @param reason for a person; without the token in it */
        record Refused(String reason) implements Verdict {}
    }
}
