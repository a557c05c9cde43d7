package dev.odinbot.odin.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import dev.odinbot.odin.protocol.GatewayCall;
import dev.odinbot.odin.transport.TransportModule;
import dev.odinbot.odin.transport.WebClient;
import dev.odinbot.time.TimeModule;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real HTTP. */
class GatewayClientTest {

    private final MockWebServer server = new MockWebServer();
    private final WebClient web = Guice.createInjector(new TimeModule(), new TransportModule("127.0.0.1"))
            .getInstance(WebClient.class);
    private final GatewayClient gateway = new GatewayClient(web);

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        web.close();
        server.close();
    }

    @Test
    void connect_answered_bringsTheServer() throws InterruptedException {
        server.enqueue(response(
                200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"address\":\"h:1\",\"token\":\"t\",\"x\":1}}"));
        assertThat(connect(uri())).isEqualTo(new GatewayCall.Connected("h:1", "t"));
        assertThat(server.takeRequest().getBody().utf8())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Connect\",\"params\":{}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "401|{\"error\":{\"code\":-32600,\"message\":\"invalid token\"}}|true|does not accept the token (HTTP 401:"
                        + " invalid token (code -32600)): check the access key and this machine's clock",
                "401|Unauthorized|true|does not accept the token (HTTP 401): check the access key and this machine's clock",
                "403|``|true|does not let this access key connect (HTTP 403): check what the key may do",
                "404|<html>|true|knows nothing at this address (HTTP 404): check odin.gateway",
                "429|``|false|has been asked too often (HTTP 429)",
                "500|``|false|has a fault of its own (HTTP 500)",
                "503|{\"error\":{\"code\":1,\"message\":\"no server\\n free\"}}|false|has a fault of its own (HTTP 503:"
                        + " no server? free (code 1))",
                "302|``|true|points elsewhere (HTTP 302), which is not followed: check odin.gateway",
                "200|<html>|true|does not answer as a gateway does (HTTP 200, not JSON-RPC): check odin.gateway",
                "200|[]|true|does not answer as a gateway does (HTTP 200, not JSON-RPC): check odin.gateway",
                "418|{}|true|does not answer as a gateway does (HTTP 418, not JSON-RPC): check odin.gateway",
                "200|{\"error\":{\"code\":-32600,\"message\":\"peer limit exceeded\"}}|false|refused to connect us:"
                        + " peer limit exceeded (code -32600)",
                "200|{\"result\":{\"address\":7}}|true|gave an answer without address and token",
                "200|{\"result\":null}|true|gave an answer without address and token"
            })
    void connect_refused_isSaidInWords(int status, String body, boolean slow, String words) {
        server.enqueue(response(status, body));
        assertThatThrownBy(() -> connect(uri())).isInstanceOfSatisfying(JoinFailure.class, failure -> {
            assertThat(failure.detail()).isEqualTo("the gateway " + uri() + " " + words);
            assertThat(failure.slow()).isEqualTo(slow);
        });
    }

    @Test
    void connect_nobodyThere_isSaidInWords() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        assertThatThrownBy(() -> connect(nobody))
                .isInstanceOf(JoinFailure.class)
                .hasMessage("the gateway " + nobody + " cannot be asked: connection refused: nothing listens there");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 2_000_000})
    void connect_garbage_isRefused(int length) {
        server.enqueue(response(200, "[".repeat(length)));
        assertThatThrownBy(() -> connect(uri())).isInstanceOf(JoinFailure.class);
    }

    private GatewayCall.Connected connect(URI uri) {
        try {
            return gateway.connect(uri, "the-token")
                    .toCompletableFuture()
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    private URI uri() {
        return server.url("/").uri();
    }

    private static MockResponse response(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }
}
