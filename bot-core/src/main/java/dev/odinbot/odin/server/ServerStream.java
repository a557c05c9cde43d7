package dev.odinbot.odin.server;

import dev.odinbot.rpc.FrameSender;
import dev.odinbot.rpc.Refusals;
import dev.odinbot.rpc.RpcConnection;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.Timers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket of a client. Frames are queued by the WebSocket library and sent when the client takes them; when too much
 * waits, the client is cut off.
 */
final class ServerStream implements FrameSender {

    private static final Logger LOG = LoggerFactory.getLogger(ServerStream.class);

    private final StreamOwner owner;
    private final Streams streams;
    private final Refusals refusals;
    private final Ticker ticker;
    private final Timers timers;
    private final RpcConnection rpc;
    private final TokenBucket frames;
    private final AtomicInteger unsentBytes = new AtomicInteger();
    private final AtomicInteger unsentFrames = new AtomicInteger();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile @Nullable Session session;
    private volatile long heardNanos;

    ServerStream(StreamOwner owner, Streams streams, Refusals refusals, Ticker ticker, Timers timers) {
        this.owner = owner;
        this.streams = streams;
        this.refusals = refusals;
        this.ticker = ticker;
        this.timers = timers;
        this.rpc = new RpcConnection(this, owner, timers, refusals);
        this.frames = new TokenBucket(ticker, Limits.FRAMES_PER_SECOND, Limits.FRAME_BURST);
        this.heardNanos = ticker.nanos();
    }

    /** What the WebSocket library is to call. */
    Endpoint endpoint() {
        return new Endpoint(this);
    }

    private void opened(Session newSession) {
        session = newSession;
        heard();
        streams.add(this);
        owner.opened(this);
    }

    private void heard() {
        heardNanos = ticker.nanos();
    }

    private void received(byte[] frame) {
        if (frames.take()) {
            if (!closing.get()) {
                rpc.receive(frame);
            }
        } else {
            refusals.count("flood of frames", "cut off");
            cutOff();
        }
    }

    private void refuseText(int length) {
        refusals.count("text frame", length + " characters");
        if (!frames.take()) {
            cutOff();
        }
    }

    /** Handed over: this may be called by whoever is sending, in the middle of telling a room something. */
    private void closed() {
        timers.after(Duration.ZERO, this::end);
    }

    private void end() {
        streams.remove(this);
        rpc.close("the stream was closed");
        owner.closed();
        ended.complete(null);
    }

    /** Sends a notification; never waits. */
    void tell(String method, Object params) {
        rpc.notify(method, params);
    }

    @Override
    public boolean send(byte[] frame) {
        Session current = session;
        if (current == null || !current.isOpen()) {
            return false;
        }
        if (unsentBytes.addAndGet(frame.length) > Limits.MAX_UNSENT_BYTES
                || unsentFrames.incrementAndGet() > Limits.MAX_UNSENT_FRAMES) {
            refusals.count("client that does not read", "cut off with " + unsentBytes.get() + " bytes unsent");
            cutOff();
            return false;
        }
        current.sendBinary(ByteBuffer.wrap(frame), Callback.from(() -> sent(frame), fault -> cutOff()));
        return true;
    }

    private void sent(byte[] frame) {
        unsentBytes.addAndGet(-frame.length);
        unsentFrames.decrementAndGet();
    }

    /** How long ago the client has said anything at all. */
    Duration silence() {
        return Duration.ofNanos(ticker.nanos() - heardNanos);
    }

    /** Every {@link Limits#PING_EVERY}. */
    void ping() {
        Session current = session;
        if (silence().compareTo(Limits.SILENCE) > 0) {
            cutOff();
        } else if (current != null && current.isOpen()) {
            current.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
    }

    /**
     * Closes when everything queued has been sent; a client that takes no notice is cut off a moment later. What it still
     * sends is ignored.
     */
    void close(String reason) {
        close(StatusCode.NORMAL, reason);
    }

    void closeAtShutdown() {
        close(StatusCode.SHUTDOWN, "the server is closing");
    }

    private void close(int status, String reason) {
        Session current = session;
        if (current != null && closing.compareAndSet(false, true)) {
            Timers.Timer limit = timers.after(Limits.CLOSED_WITHIN, this::cutOff);
            CompletableFuture<?> unused = ended.thenRun(limit::cancel);
            current.close(status, reason, Callback.NOOP);
        }
    }

    private void cutOff() {
        Session current = session;
        if (current != null) {
            current.disconnect();
        }
    }

    /** Completes when the client is gone. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Public, as the WebSocket library looks at it from outside. */
    public static final class Endpoint implements Session.Listener.AutoDemanding {

        private final ServerStream stream;

        private Endpoint(ServerStream stream) {
            this.stream = stream;
        }

        @Override
        public void onWebSocketOpen(Session session) {
            stream.opened(session);
        }

        @Override
        public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
            stream.heard();
            byte[] frame = new byte[payload.remaining()];
            payload.get(frame);
            callback.succeed();
            stream.received(frame);
        }

        @Override
        public void onWebSocketText(String text) {
            stream.heard();
            stream.refuseText(text.length());
        }

        @Override
        public void onWebSocketPong(ByteBuffer payload) {
            stream.heard();
        }

        @Override
        public void onWebSocketError(Throwable cause) {
            // Followed by a close. Broken connections are everyday.
            LOG.debug("A stream failed", cause);
        }

        @Override
        public void onWebSocketClose(int status, String reason, Callback callback) {
            if (status == StatusCode.MESSAGE_TOO_LARGE) {
                stream.refusals.count("frame too large", reason);
            }
            stream.closed();
            callback.succeed();
        }
    }
}
