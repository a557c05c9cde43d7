package dev.odinbot.rpc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hears what the other side asks and tells, on the reader thread, in order. */
public interface RpcHandler {

    /** Answers a request, at once or later. A stage that fails is a fault of ours and answered as such. */
    default CompletionStage<RpcReply> request(String method, RpcValue params) {
        return CompletableFuture.completedStage(RpcReply.refused("unknown method"));
    }

    default void notification(String method, RpcValue params) {}
}
