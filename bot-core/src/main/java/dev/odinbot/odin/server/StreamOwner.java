package dev.odinbot.odin.server;

import dev.odinbot.rpc.RpcHandler;

/** Whom a stream belongs to. Called on the stream's reader thread, one call at a time; {@link #closed} on the timer's. */
interface StreamOwner extends RpcHandler {

    void opened(ServerStream stream);

    /** The last call. */
    void closed();
}
