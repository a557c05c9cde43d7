package dev.odinbot.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON-RPC 2.0, one call or answer at a time (no batches). */
public final class JsonRpc {

    /** The error codes that JSON-RPC defines and ODIN uses. */
    public static final int PARSE_ERROR = -32700;

    public static final int INVALID_REQUEST = -32600;
    public static final int METHOD_NOT_FOUND = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int INTERNAL_ERROR = -32603;

    /** What {@link #readRequest} says of what is no JSON at all. */
    public static final String NOT_JSON = "not JSON";

    private static final String VERSION = "2.0";

    private JsonRpc() {}

    /** @param id a number, a string or nil, to be given back in the answer */
    public record Request(RpcValue id, String method, RpcValue params) {}

    /** An answer. */
    public sealed interface Response {

        record Result(RpcValue value) implements Response {}

        record Refused(int code, String message) implements Response {}
    }

    public static byte[] request(long id, String method, Object params) {
        ObjectNode root = root().put("id", id).put("method", method);
        root.set("params", Mappers.JSON.valueToTree(params));
        return write(root);
    }

    public static byte[] result(RpcValue id, Object result) {
        ObjectNode root = root();
        root.set("id", id.node());
        root.set("result", Mappers.JSON.valueToTree(result));
        return write(root);
    }

    /** @param id null when the request could not be read */
    public static byte[] error(@Nullable RpcValue id, int code, String message) {
        ObjectNode root = root();
        root.set("id", id == null ? NullNode.getInstance() : id.node());
        root.putObject("error").put("code", code).put("message", message);
        return write(root);
    }

    public static Decoded<Request> readRequest(byte[] json) {
        JsonNode root = read(json);
        if (root == null || root.isMissingNode()) {
            return new Decoded.Invalid<>(NOT_JSON);
        }
        JsonNode id = root.path("id");
        if (!root.path("jsonrpc").asText().equals(VERSION)
                || !root.path("method").isTextual()
                || id.isContainerNode()) {
            return new Decoded.Invalid<>("not a JSON-RPC 2.0 request");
        }
        return new Decoded.Value<>(new Request(
                value(id.isMissingNode() ? NullNode.getInstance() : id),
                root.path("method").asText(),
                value(root.path("params"))));
    }

    public static Decoded<Response> readResponse(byte[] json) {
        JsonNode root = read(json);
        if (root == null || !root.isObject()) {
            return new Decoded.Invalid<>("not a JSON object");
        }
        JsonNode error = root.path("error");
        if (error.isObject()) {
            return new Decoded.Value<>(new Response.Refused(
                    error.path("code").asInt(), error.path("message").asText()));
        }
        return root.has("result")
                ? new Decoded.Value<>(new Response.Result(value(root.path("result"))))
                : new Decoded.Invalid<>("not a JSON-RPC 2.0 response");
    }

    private static ObjectNode root() {
        return Mappers.JSON.createObjectNode().put("jsonrpc", VERSION);
    }

    private static RpcValue value(JsonNode node) {
        return new RpcValue(Mappers.JSON, node);
    }

    private static @Nullable JsonNode read(byte[] json) {
        if (json.length > Mappers.MAX_BYTES) {
            return null;
        }
        try {
            return Mappers.JSON.readTree(json);
        } catch (IOException e) {
            return null;
        }
    }

    private static byte[] write(ObjectNode root) {
        try {
            return Mappers.JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
