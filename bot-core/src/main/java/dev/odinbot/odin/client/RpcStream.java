package dev.odinbot.odin.client;

import dev.odinbot.odin.protocol.Calls;
import dev.odinbot.odin.transport.WebSocketLink;
import dev.odinbot.odin.transport.WebSocketLinkListener;
import dev.odinbot.rpc.RpcConnection;
import dev.odinbot.rpc.RpcHandler;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The main stream or a room stream: RPC on a WebSocket link. Any thread. */
final class RpcStream implements WebSocketLinkListener {

    private final String name;
    private final RpcConnection rpc;
    private final CompletableFuture<WebSocketLink> link = new CompletableFuture<>();
    private final CompletableFuture<Void> open = new CompletableFuture<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();

    private RpcStream(String name, RpcHandler handler, Network network) {
        this.name = name;
        // The link is there before anything can be sent on it, but perhaps a moment after it has opened.
        this.rpc = new RpcConnection(frame -> link.join().send(frame), handler, network.timers(), network.refusals());
    }

    /** @param name for people, for instance {@code main stream} */
    static RpcStream open(String name, URI address, RpcHandler handler, Network network) {
        RpcStream stream = new RpcStream(name, handler, network);
        stream.link.complete(network.web().open(address, stream));
        return stream;
    }

    /** Fails with {@link JoinFailure} when the stream could not be opened. */
    CompletionStage<Void> whenOpen() {
        return open;
    }

    /** Completes, with why, when the stream has ended or could not be opened. */
    CompletionStage<String> whenEnded() {
        return end;
    }

    CompletionStage<Void> call(Record params) {
        return rpc.call(Calls.method(params), params);
    }

    <T> CompletionStage<T> call(Record params, Class<T> resultType) {
        return rpc.call(Calls.method(params), params, resultType);
    }

    void close() {
        link.join().close();
    }

    @Override
    public void opened() {
        open.complete(null);
    }

    @Override
    public void received(byte[] frame) {
        rpc.receive(frame);
    }

    @Override
    public void closed(String reason) {
        String text = open.isDone()
                ? "the " + name + " was lost: " + reason
                : "the " + name + " could not be opened: " + reason;
        open.completeExceptionally(JoinFailure.passing(text));
        end.complete(text);
        rpc.close(text);
    }
}
