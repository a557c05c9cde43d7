package dev.odinbot.rpc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Turns MessagePack-RPC frames into bytes and back. */
final class RpcCodec {

    private static final int REQUEST = 0;
    private static final int RESPONSE = 1;
    private static final int NOTIFICATION = 2;

    private RpcCodec() {}

    static byte[] request(long id, String method, @Nullable Object params) {
        return encode(REQUEST, id, method, params);
    }

    static byte[] response(long id, RpcReply reply) {
        if (reply instanceof RpcReply.Refused refused) {
            return encode(RESPONSE, id, refused.error(), null);
        }
        return encode(RESPONSE, id, null, ((RpcReply.Result) reply).value());
    }

    static byte[] notification(String method, @Nullable Object params) {
        return encode(NOTIFICATION, method, params);
    }

    private static byte[] encode(@Nullable Object... frame) {
        try {
            return Mappers.MESSAGE_PACK.writeValueAsBytes(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as MessagePack: " + e.getOriginalMessage(), e);
        }
    }

    static Frame decode(byte[] bytes) {
        Fault fault = FrameShape.check(bytes);
        if (fault != null) {
            return new Frame.Malformed(fault);
        }
        JsonNode frame;
        try {
            frame = Mappers.MESSAGE_PACK.readTree(bytes);
        } catch (IOException | RuntimeException e) {
            // Its well-formedness is known, so this is a fault of a library; still the sender's frame caused it.
            return new Frame.Malformed(Fault.NOT_MESSAGE_PACK);
        }
        if (!frame.isArray() || !frame.path(0).isInt()) {
            return new Frame.Malformed(Fault.NOT_RPC);
        }
        return switch (frame.path(0).intValue()) {
            case REQUEST ->
                isId(frame.path(1)) && frame.path(2).isTextual() && frame.size() == 4
                        ? new Frame.Request(
                                frame.path(1).longValue(), frame.path(2).textValue(), value(frame.path(3)))
                        : new Frame.Malformed(Fault.NOT_RPC);
            case RESPONSE ->
                isId(frame.path(1)) && isError(frame.path(2)) && frame.size() == 4
                        ? new Frame.Response(
                                frame.path(1).longValue(), frame.path(2).textValue(), value(frame.path(3)))
                        : new Frame.Malformed(Fault.NOT_RPC);
            case NOTIFICATION ->
                frame.path(1).isTextual() && frame.size() == 3
                        ? new Frame.Notification(frame.path(1).textValue(), value(frame.path(2)))
                        : new Frame.Malformed(Fault.NOT_RPC);
            default -> new Frame.Malformed(Fault.NOT_RPC);
        };
    }

    private static boolean isId(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0;
    }

    private static boolean isError(JsonNode node) {
        return node.isNull() || node.isTextual();
    }

    private static RpcValue value(JsonNode node) {
        return new RpcValue(Mappers.MESSAGE_PACK, node);
    }

    /** What a frame can be. */
    sealed interface Frame {

        record Request(long id, String method, RpcValue params) implements Frame {}

        record Response(long id, @Nullable String error, RpcValue result) implements Frame {}

        record Notification(String method, RpcValue params) implements Frame {}

        record Malformed(Fault fault) implements Frame {}
    }

    /** Why a frame is not one. */
    enum Fault {
        NOT_MESSAGE_PACK("not MessagePack"),
        NOT_RPC("not an RPC frame"),
        TOO_LONG("frame too long"),
        TOO_DEEP("frame nested too deep"),
        TOO_MANY_VALUES("too many values in a frame");

        private final String text;

        Fault(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
