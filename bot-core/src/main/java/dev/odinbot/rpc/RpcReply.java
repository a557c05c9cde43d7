package dev.odinbot.rpc;

import org.jspecify.annotations.Nullable;

/** The answer to a request. */
public sealed interface RpcReply {

    /** @param value a record that becomes a map, or null for nil */
    record Result(@Nullable Object value) implements RpcReply {}

    record Refused(String error) implements RpcReply {}

    static RpcReply nil() {
        return new Result(null);
    }

    static RpcReply of(Object value) {
        return new Result(value);
    }

    static RpcReply refused(String error) {
        return new Refused(error);
    }
}
