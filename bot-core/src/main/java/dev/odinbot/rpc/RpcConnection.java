package dev.odinbot.rpc;

import dev.odinbot.time.Timers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One side of a MessagePack-RPC conversation, on top of a link that carries frames. Usable from any thread. */
public final class RpcConnection {

    private static final Logger LOG = LoggerFactory.getLogger(RpcConnection.class);
    private static final Duration CALL_TIME_OUT = Duration.ofSeconds(5);

    private final FrameSender out;
    private final RpcHandler handler;
    private final Timers timers;
    private final Refusals refusals;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, Call> calls = new ConcurrentHashMap<>();
    private volatile @Nullable String closed;

    /** @param refusals told of frames that are not what they should be; may be shared by many connections */
    public RpcConnection(FrameSender out, RpcHandler handler, Timers timers, Refusals refusals) {
        this.out = out;
        this.handler = handler;
        this.timers = timers;
        this.refusals = refusals;
    }

    /** Calls a method whose result does not matter. Fails with {@link RpcException}. */
    public CompletionStage<Void> call(String method, Object params) {
        return send(method, params).thenApply(result -> null);
    }

    /** Calls a method; fails with {@link RpcException}, after 5 s without an answer too. */
    public <T> CompletionStage<T> call(String method, Object params, Class<T> resultType) {
        return send(method, params)
                .thenApply(result -> result.as(resultType).either(value -> value, reason -> {
                    throw new RpcException(method, RpcException.Kind.MALFORMED, "the answer is not usable: " + reason);
                }));
    }

    private CompletableFuture<RpcValue> send(String method, Object params) {
        long id = lastId.incrementAndGet();
        byte[] frame = RpcCodec.request(id, method, params);
        Call call = new Call(method);
        calls.put(id, call);
        call.timeOut = timers.after(
                CALL_TIME_OUT,
                () -> fail(id, RpcException.Kind.TIMED_OUT, "no answer within " + CALL_TIME_OUT.toSeconds() + " s"));
        if (!out.send(frame)) {
            fail(id, RpcException.Kind.CLOSED, "the connection is closed");
        }
        String reason = closed;
        if (reason != null) { // perhaps since the call was put among those that close() fails
            fail(id, RpcException.Kind.CLOSED, reason);
        }
        return call.result;
    }

    /** Tells the other side; false when the link is closed or full. */
    public boolean notify(String method, Object params) {
        return out.send(RpcCodec.notification(method, params));
    }

    /** For the link's reader: takes in one frame, whatever it holds. Never throws. */
    public void receive(byte[] frame) {
        try {
            RpcCodec.Frame decoded = RpcCodec.decode(frame);
            if (decoded instanceof RpcCodec.Frame.Request request) {
                answer(request);
            } else if (decoded instanceof RpcCodec.Frame.Response response) {
                take(response);
            } else if (decoded instanceof RpcCodec.Frame.Notification notification) {
                handler.notification(notification.method(), notification.params());
            } else if (decoded instanceof RpcCodec.Frame.Malformed malformed) {
                refusals.count(malformed.fault().toString(), frame.length + " bytes");
            }
        } catch (RuntimeException e) {
            LOG.error("A frame's handler failed", e);
        }
    }

    private void answer(RpcCodec.Frame.Request request) {
        CompletionStage<RpcReply> reply;
        try {
            reply = handler.request(request.method(), request.params());
        } catch (RuntimeException e) {
            reply = CompletableFuture.failedStage(e);
        }
        reply.thenApply(value -> RpcCodec.response(request.id(), value))
                .exceptionally(fault -> {
                    LOG.error("A request was not answered as it should be", fault);
                    return RpcCodec.response(request.id(), RpcReply.refused("internal error"));
                })
                .thenAccept(out::send);
    }

    private void take(RpcCodec.Frame.Response response) {
        if (response.error() != null) {
            if (!fail(response.id(), RpcException.Kind.REFUSED, response.error())) {
                refusals.count("answer to no call", "an error");
            }
            return;
        }
        Call call = remove(response.id());
        if (call == null) {
            refusals.count("answer to no call", "a result");
        } else {
            call.result.complete(response.result());
        }
    }

    /** For the link's reader, when it has ended: fails what waits for an answer, and all later calls. */
    public void close(String reason) {
        closed = reason;
        for (Long id : calls.keySet()) {
            fail(id, RpcException.Kind.CLOSED, reason);
        }
    }

    private boolean fail(long id, RpcException.Kind kind, String message) {
        Call call = remove(id);
        return call != null && call.result.completeExceptionally(new RpcException(call.method, kind, message));
    }

    private @Nullable Call remove(long id) {
        Call call = calls.remove(id);
        if (call != null && call.timeOut != null) {
            call.timeOut.cancel();
        }
        return call;
    }

    private static final class Call {
        private final String method;
        private final CompletableFuture<RpcValue> result = new CompletableFuture<>();
        private volatile Timers.@Nullable Timer timeOut;

        private Call(String method) {
            this.method = method;
        }
    }
}
