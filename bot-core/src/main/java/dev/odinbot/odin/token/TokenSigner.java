package dev.odinbot.odin.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signs tokens with one access key; for the same claims and clock, byte for byte what the vendor's generator makes. */
public final class TokenSigner {

    // JSON.stringify writes control characters with small hex digits.
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build();

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final AccessKey key;

    public TokenSigner(AccessKey key) {
        this.key = key;
    }

    /** A signed JWT that begins to be valid {@code now}. */
    public String sign(TokenClaims claims, Instant now) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "EdDSA");
        header.put("kid", key.keyId().value());
        String body = encode(header) + "." + encode(payload(claims, now.getEpochSecond()));
        byte[] signature = key.signingKey().sign(body.getBytes(StandardCharsets.US_ASCII));
        return body + "." + BASE64.encodeToString(signature);
    }

    /** In the vendor's order. */
    private static Map<String, Object> payload(TokenClaims claims, long notBefore) {
        Map<String, Object> payload = new LinkedHashMap<>();
        putStrings(payload, "rid", claims.roomIds());
        payload.put("uid", claims.userId());
        claims.address().ifPresent(address -> payload.put("adr", address));
        claims.customer().ifPresent(customer -> payload.put("cid", customer));
        putStrings(payload, "sub", claims.subjects());
        putStrings(payload, "aud", claims.audiences());
        payload.put("exp", notBefore + claims.lifetime().toSeconds());
        payload.put("nbf", notBefore);
        return payload;
    }

    private static void putStrings(Map<String, Object> payload, String claim, List<String> values) {
        if (values.size() == 1) {
            payload.put(claim, values.get(0));
        } else if (!values.isEmpty()) {
            payload.put(claim, values);
        }
    }

    private static String encode(Map<String, Object> object) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsString(object).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Strings, lists of them and numbers can always be written as JSON", e);
        }
    }
}
