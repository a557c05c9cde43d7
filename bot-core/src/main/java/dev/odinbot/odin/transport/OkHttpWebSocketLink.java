package dev.odinbot.odin.transport;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket of OkHttp. */
final class OkHttpWebSocketLink extends WebSocketListener implements WebSocketLink {

    private static final Logger LOG = LoggerFactory.getLogger(OkHttpWebSocketLink.class);

    private static final int NORMAL_CLOSURE = 1000;
    private static final long MAX_QUEUED_BYTES = 4L * 1024 * 1024;
    private static final AtomicInteger READERS = new AtomicInteger();

    private final WebSocketLinkListener listener;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable WebSocket webSocket;

    OkHttpWebSocketLink(WebSocketLinkListener listener) {
        this.listener = listener;
    }

    void attach(WebSocket socket) {
        webSocket = socket;
    }

    @Override
    public boolean send(byte[] frame) {
        WebSocket socket = webSocket;
        return socket != null && socket.queueSize() < MAX_QUEUED_BYTES && socket.send(ByteString.of(frame));
    }

    @Override
    public void close() {
        WebSocket socket = webSocket;
        if (socket != null && !socket.close(NORMAL_CLOSURE, null)) {
            LOG.trace("Was closing already");
        }
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        webSocket = socket; // open() may not have returned yet
        // The library names the thread by the address, with the stream's id in it; and takes its name back at the end.
        Thread.currentThread().setName("odin-reader-" + READERS.incrementAndGet());
        guarded(listener::opened);
    }

    @Override
    public void onMessage(WebSocket socket, ByteString bytes) {
        guarded(() -> listener.received(bytes.toByteArray()));
    }

    /** Text has no place in the protocol; it is for who reads the frames to say so. */
    @Override
    public void onMessage(WebSocket socket, String text) {
        guarded(() -> listener.received(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        socket.close(NORMAL_CLOSURE, null);
    }

    @Override
    public void onClosed(WebSocket socket, int code, String reason) {
        end(reason.isBlank() ? "closed (code " + code + ")" : "closed: " + WebFault.printable(reason));
    }

    @Override
    public void onFailure(WebSocket socket, Throwable fault, @Nullable Response response) {
        end(response == null ? WebFault.text(fault) : "refused with HTTP status " + response.code());
    }

    private void end(String reason) {
        if (closed.compareAndSet(false, true)) {
            guarded(() -> listener.closed(reason));
        }
    }

    /** The library would take a listener's fault for one of the connection. */
    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.error("A link's listener failed", e);
        }
    }
}
