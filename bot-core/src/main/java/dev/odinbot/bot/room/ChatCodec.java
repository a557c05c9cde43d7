package dev.odinbot.bot.room;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Between a message's bytes and the chat text in them, by the convention of 4Players' own clients. */
public final class ChatCodec {

    /** Longest message, in characters; the room page shows 4000, people read less. */
    public static final int MESSAGE_CHARS = 1800;

    /** Longer than anybody types; what exceeds it is not chat. */
    private static final int MAX_MESSAGE_BYTES = 64 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(32).build())
            .build());

    private ChatCodec() {}

    /** The two forms in which clients put a chat text; an answer takes the form of the question. */
    public enum Form {
        /** {@code {"kind":"message","payload":"text"}}. */
        PLAIN,
        /** {@code {"kind":"message","payload":{"text":"text"}}}. */
        OBJECT
    }

    record Chat(String text, Form form) {}

    /** Empty when the message is something else than chat, whatever it is. */
    static Optional<Chat> decode(byte[] message) {
        if (message.length > MAX_MESSAGE_BYTES) {
            return Optional.empty();
        }
        JsonNode root;
        try {
            root = JSON.readTree(message);
        } catch (IOException notJson) {
            return Optional.empty();
        }
        if (root == null || !root.path("kind").asText().equals("message")) {
            return Optional.empty();
        }
        JsonNode payload = root.path("payload");
        if (payload.isTextual()) {
            return Optional.of(new Chat(payload.textValue(), Form.PLAIN));
        }
        JsonNode text = payload.path("text");
        return text.isTextual() ? Optional.of(new Chat(text.textValue(), Form.OBJECT)) : Optional.empty();
    }

    public static byte[] encode(String text, Form form) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("kind", "message");
        switch (form) {
            case PLAIN -> root.put("payload", text);
            case OBJECT -> root.putObject("payload").put("text", text);
        }
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
