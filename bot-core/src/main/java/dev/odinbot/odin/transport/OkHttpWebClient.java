package dev.odinbot.odin.transport;

import dev.odinbot.time.HostThreads;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** A web client of OkHttp. Its threads carry the names {@code odin-reader-*}. */
final class OkHttpWebClient implements WebClient {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration CONNECT_TIME_OUT = Duration.ofSeconds(5);
    private static final Duration POST_TIME_OUT = Duration.ofSeconds(10);
    private static final Duration CLOSE_TIME_OUT = Duration.ofSeconds(1);
    /** A link on which no pong came by the next ping counts as lost. */
    private static final Duration PING_INTERVAL = Duration.ofSeconds(5);

    private static final int MAX_ANSWER_BYTES = 1024 * 1024;

    private final ExecutorService executor = Executors.newCachedThreadPool(HostThreads.named("odin-reader"));
    private final OkHttpClient client;
    private final OkHttpClient loopbackClient;

    OkHttpWebClient() {
        this(CONNECT_TIME_OUT, POST_TIME_OUT, PING_INTERVAL);
    }

    OkHttpWebClient(Duration connectTimeOut, Duration postTimeOut, Duration pingInterval) {
        Dispatcher dispatcher = new Dispatcher(executor);
        // A WebSocket holds its place as long as it is open, so a limit would be one on rooms.
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(connectTimeOut)
                .callTimeout(postTimeOut)
                .pingInterval(pingInterval)
                .webSocketCloseTimeout(CLOSE_TIME_OUT)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        loopbackClient = LoopbackTrust.addTo(client.newBuilder()).build();
    }

    private OkHttpClient clientFor(URI address) {
        return LoopbackTrust.isLoopback(address.getHost()) ? loopbackClient : client;
    }

    @Override
    public CompletionStage<Answer> post(URI address, String bearerToken, byte[] json) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Request request;
        try {
            request = new Request.Builder()
                    .url(address.toString())
                    .header("Authorization", "Bearer " + bearerToken)
                    .post(RequestBody.create(json, JSON))
                    .build();
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedStage(new IOException("not a web address", e));
        }
        clientFor(address).newCall(request).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {
                answer.completeExceptionally(new IOException(WebFault.text(e), e));
            }

            @Override
            public void onResponse(Call call, Response response) {
                try (response) {
                    answer.complete(new Answer(response.code(), body(response)));
                } catch (IOException e) {
                    answer.completeExceptionally(new IOException(WebFault.text(e), e));
                }
            }
        });
        return answer;
    }

    private static byte[] body(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(MAX_ANSWER_BYTES + 1L)) {
            throw new IOException("the answer is longer than " + MAX_ANSWER_BYTES + " bytes");
        }
        return source.getBuffer().readByteArray();
    }

    @Override
    public WebSocketLink open(URI address, WebSocketLinkListener listener) {
        OkHttpWebSocketLink link = new OkHttpWebSocketLink(listener);
        Request request;
        try {
            request = new Request.Builder().url(address.toString()).build();
        } catch (IllegalArgumentException e) {
            executor.execute(() -> listener.closed("not a web address"));
            return link;
        }
        link.attach(clientFor(address).newWebSocket(request, link));
        return link;
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        executor.shutdown();
    }
}
