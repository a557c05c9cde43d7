package dev.odinbot.testing;

import static org.awaitility.Awaitility.await;

import dev.odinbot.odin.protocol.Calls;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.rpc.Decoded;
import dev.odinbot.rpc.Refusals;
import dev.odinbot.rpc.RpcConnection;
import dev.odinbot.rpc.RpcHandler;
import dev.odinbot.rpc.RpcValue;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** One WebSocket to the server, that sends what the test says and remembers what comes. */
public final class ScriptedStream implements WebSocket.Listener, RpcHandler {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final WebSocket socket;
    private final RpcConnection rpc;
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private final List<RoomNotice> notices = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final boolean reading;
    private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);

    private ScriptedStream(URI uri, boolean reading) throws Exception {
        this.reading = reading;
        rpc = new RpcConnection(
                this::sendFrame,
                this,
                new ManualTimers(new FakeTicker()),
                new Refusals(LoggerFactory.getLogger(ScriptedStream.class), "the server"));
        socket = HTTP.newWebSocketBuilder().buildAsync(uri, this).get(30, TimeUnit.SECONDS);
    }

    public static ScriptedStream open(URI uri) throws Exception {
        return new ScriptedStream(uri, true);
    }

    /** One that takes nothing from the network after the handshake, not even pings. */
    public static ScriptedStream openDeaf(URI uri) throws Exception {
        return new ScriptedStream(uri, false);
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reading) {
            opened.request(1);
        }
    }

    /** Any bytes as one binary frame. */
    public synchronized boolean sendFrame(byte[] frame) {
        lastSend = lastSend.thenCompose(done -> socket.sendBinary(ByteBuffer.wrap(frame), true));
        return true;
    }

    public void sendText(String text) {
        socket.sendText(text, true).join();
    }

    /** What the server answers. */
    public <T> T call(Object params, Class<T> result) throws Exception {
        return rpc.call(Calls.method((Record) params), params, result)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    public void call(Object params) throws Exception {
        start(params).get(30, TimeUnit.SECONDS);
    }

    public CompletableFuture<Void> start(Object params) {
        return rpc.call(Calls.method((Record) params), params).toCompletableFuture();
    }

    public CompletableFuture<Void> call(String method, Object params) {
        return rpc.call(method, params).toCompletableFuture();
    }

    @Override
    public void notification(String method, RpcValue params) {
        Decoded<RoomNotice> notice = Calls.read(RoomNotice.KINDS, method, params);
        notices.add(notice.value().orElseThrow(() -> new AssertionError(method + ": " + notice)));
    }

    public <T> Stream<T> heard(Class<T> kind) {
        return notices.stream()
                .flatMap(notice -> notice instanceof RoomNotice.RoomUpdated updated
                        ? updated.updates().stream().map(Object.class::cast)
                        : Stream.of(notice))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    public <T> T await1(Class<T> kind) {
        await().until(() -> heard(kind).findFirst().isPresent());
        return heard(kind).findFirst().orElseThrow();
    }

    public RoomUpdate.Joined joined() {
        return await1(RoomUpdate.Joined.class);
    }

    public CompletableFuture<Integer> closed() {
        return closed;
    }

    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        partial.writeBytes(bytes);
        if (last) {
            rpc.receive(partial.toByteArray());
            partial.reset();
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        rpc.close("closed: " + reason);
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        rpc.close("broken");
        closed.complete(-1);
    }
}
