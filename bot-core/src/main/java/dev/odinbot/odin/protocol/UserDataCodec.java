package dev.odinbot.odin.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.odinbot.api.room.UserData;
import java.io.IOException;

/** User data as the JSON that 4Players' clients write by convention; anything else may come, and reads as empty. */
public final class UserDataCodec {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_DEPTH = 32;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build());
    }

    private UserDataCodec() {}

    /** What can be understood of {@code bytes}: fields that are unknown or of the wrong type are as if absent. */
    public static UserData read(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MAX_BYTES) {
            return UserData.EMPTY;
        }
        JsonNode json;
        try {
            json = JSON.readTree(bytes);
        } catch (IOException e) {
            return UserData.EMPTY; // not JSON, which the protocol allows
        }
        return new UserData(
                text(json, "name"),
                text(json, "avatar"),
                text(json, "seed"),
                text(json, "userId"),
                flag(json, "outputMuted"),
                flag(json, "inputMuted"),
                text(json, "platform"),
                text(json, "version"));
    }

    /** Texts that are empty are left out. */
    public static byte[] write(UserData userData) {
        ObjectNode json = JSON.createObjectNode();
        put(json, "name", userData.name());
        put(json, "avatar", userData.avatar());
        put(json, "seed", userData.seed());
        put(json, "userId", userData.userId());
        // As numbers, as the vendor's clients have them.
        json.put("outputMuted", userData.outputMuted() ? 1 : 0);
        json.put("inputMuted", userData.inputMuted() ? 1 : 0);
        put(json, "platform", userData.platform());
        put(json, "version", userData.version());
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A text of the user data is not Unicode", e);
        }
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual() ? value.textValue() : "";
    }

    private static boolean flag(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isBoolean() ? value.booleanValue() : value.isInt() && value.intValue() != 0;
    }

    private static void put(ObjectNode json, String field, String text) {
        if (!text.isEmpty()) {
            json.put(field, text);
        }
    }
}
