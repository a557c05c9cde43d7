package dev.odinbot.odin.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OkHttpWebClientTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final WebClient client = new OkHttpWebClient();
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void post_answered_bringsStatusAndBody() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(401).body("no").build());
        WebClient.Answer answer = join(client.post(http(), "the-token", "{}".getBytes(UTF_8)));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("no");
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer the-token");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getBody().utf8()).isEqualTo("{}");
    }

    @Test
    void post_redirected_doesNotCarryTheTokenElsewhere() {
        server.enqueue(new MockResponse.Builder()
                .code(307)
                .addHeader("Location", server.url("/elsewhere"))
                .build());
        assertThat(join(client.post(http(), "t", new byte[0])).status()).isEqualTo(307);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void post_endlessAnswer_isRefused() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(2_000_000)).build());
        assertThatThrownBy(() -> join(client.post(http(), "t", new byte[0])))
                .hasMessage("the answer is longer than 1048576 bytes");
    }

    @Test
    void post_noAnswer_failsInTime() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        try (WebClient impatient = new OkHttpWebClient(LONG, Duration.ofMillis(500), LONG)) {
            assertThatThrownBy(() -> join(impatient.post(http(), "t", new byte[0])))
                    .hasMessage("no answer in time");
        }
    }

    @Test
    void post_nobodyListens_saysSo() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThatThrownBy(() -> join(client.post(URI.create("http://127.0.0.1:" + port), "t", new byte[0])))
                .hasMessage("connection refused: nothing listens there");
    }

    @Test
    void post_brokenOff_saysSo() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        assertThatThrownBy(() -> join(client.post(http(), "t", new byte[0])))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("Exception");
    }

    @Test
    void post_selfSignedOnLoopback_isTrusted() {
        server.close();
        MockWebServer secure = selfSigned();
        try (secure) {
            secure.enqueue(new MockResponse.Builder().code(204).build());
            assertThat(join(client.post(URI.create("https://127.0.0.1:" + secure.getPort()), "t", new byte[0]))
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void post_selfSignedElsewhere_isNotTrusted() throws IOException {
        InetAddress outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address.getAddress().length == 4 && !address.isLoopbackAddress())
                .findFirst()
                .orElse(null);
        assumeThat(outside).as("an address that is not loopback").isNotNull();
        MockWebServer secure = selfSigned(outside);
        try (secure) {
            assertThatThrownBy(() -> join(client.post(
                            URI.create("https://" + outside.getHostAddress() + ":" + secure.getPort()),
                            "t",
                            new byte[0])))
                    .hasMessage("its TLS certificate is not trusted");
        }
    }

    @Test
    void open_echo_carriesFramesBothWays() throws InterruptedException {
        BlockingQueue<ByteString> heard = new LinkedBlockingQueue<>();
        server.enqueue(new MockResponse.Builder()
                .webSocketUpgrade(new WebSocketListener() {
                    @Override
                    public void onMessage(WebSocket socket, ByteString bytes) {
                        heard.add(bytes);
                        socket.send(bytes);
                        socket.send("text");
                    }

                    @Override
                    public void onClosing(WebSocket socket, int code, String reason) {
                        socket.close(code, reason);
                    }
                })
                .build());
        Recorder recorder = new Recorder();
        WebSocketLink link = client.open(ws(), recorder);
        assertThat(link.send(new byte[] {1, 2})).isTrue();
        assertThat(recorder.next()).isEqualTo("opened on odin-reader");
        assertThat(recorder.next()).isEqualTo("received 0102");
        assertThat(recorder.next()).isEqualTo("received 74657874");
        assertThat(heard).hasSize(1);
        link.close();
        link.close();
        assertThat(recorder.next()).isEqualTo("closed closed (code 1000)");
        assertThat(link.send(new byte[1])).isFalse();
        assertThat(server.takeRequest().getUrl().encodedQuery()).isEqualTo("bare_id-1");
    }

    @Test
    void open_selfSignedOnLoopback_isTrusted() throws InterruptedException {
        MockWebServer secure = selfSigned();
        try (secure) {
            secure.enqueue(new MockResponse.Builder()
                    .webSocketUpgrade(new WebSocketListener() {
                        @Override
                        public void onOpen(WebSocket socket, Response response) {
                            socket.send(ByteString.of((byte) 7));
                        }
                    })
                    .build());
            Recorder recorder = new Recorder();
            client.open(URI.create("wss://localhost:" + secure.getPort() + "/main"), recorder);
            assertThat(recorder.next()).startsWith("opened");
            assertThat(recorder.next()).isEqualTo("received 07");
        }
    }

    @Test
    void open_refused_isClosedWithWhy() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().code(503).build());
        Recorder recorder = new Recorder();
        client.open(ws(), recorder);
        assertThat(recorder.next()).isEqualTo("closed refused with HTTP status 503");
    }

    @Test
    void open_serverCloses_isTold() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .webSocketUpgrade(new WebSocketListener() {
                    @Override
                    public void onOpen(WebSocket socket, Response response) {
                        socket.close(4000, "over\u0007");
                    }
                })
                .build());
        Recorder recorder = new Recorder();
        client.open(ws(), recorder);
        assertThat(recorder.next()).startsWith("opened");
        assertThat(recorder.next()).isEqualTo("closed closed: over?");
    }

    @Test
    void open_listenerFails_linkGoesOn() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .webSocketUpgrade(new WebSocketListener() {
                    @Override
                    public void onOpen(WebSocket socket, Response response) {
                        socket.send(ByteString.of((byte) 1));
                        socket.send(ByteString.of((byte) 2));
                    }
                })
                .build());
        Recorder recorder = new Recorder() {
            @Override
            public void received(byte[] frame) {
                super.received(frame);
                throw new IllegalStateException("on purpose");
            }
        };
        client.open(ws(), recorder);
        recorder.next();
        assertThat(recorder.next()).isEqualTo("received 01");
        assertThat(recorder.next()).isEqualTo("received 02");
    }

    /** A server that shakes hands and then never says anything again, as a machine that lost its power. */
    @Test
    void open_serverFallsSilent_isNoticedByPings() throws Exception {
        try (ServerSocket silent = new ServerSocket(0);
                WebClient impatient = new OkHttpWebClient(LONG, LONG, Duration.ofMillis(300))) {
            Thread accepting = new Thread(() -> shakeHands(silent));
            accepting.start();
            Recorder recorder = new Recorder();
            impatient.open(URI.create("ws://127.0.0.1:" + silent.getLocalPort() + "/main"), recorder);
            assertThat(recorder.next()).startsWith("opened");
            assertThat(recorder.next()).isEqualTo("closed it has stopped answering");
            accepting.interrupt();
        }
    }

    @Test
    void open_notAnAddress_isClosed() throws InterruptedException {
        Recorder recorder = new Recorder();
        WebSocketLink link = client.open(URI.create("mailto:x"), recorder);
        assertThat(recorder.next()).isEqualTo("closed not a web address");
        assertThat(link.send(new byte[1])).isFalse();
        link.close();
    }

    private static void shakeHands(ServerSocket listening) {
        try {
            Socket socket = listening.accept();
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            Matcher key = Pattern.compile("(?i)Sec-WebSocket-Key: (\\S+)").matcher(head);
            assertThat(key.find()).isTrue();
            byte[] accept = MessageDigest.getInstance("SHA-1")
                    .digest((key.group(1) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(UTF_8));
            socket.getOutputStream()
                    .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Accept: "
                                    + Base64.getEncoder().encodeToString(accept) + "\r\n\r\n")
                            .getBytes(UTF_8));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static MockWebServer selfSigned() {
        return selfSigned(InetAddress.getLoopbackAddress());
    }

    private static MockWebServer selfSigned(InetAddress address) {
        MockWebServer secure = new MockWebServer();
        HeldCertificate certificate =
                new HeldCertificate.Builder().commonName("somebody").build();
        secure.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        try {
            secure.start(address, 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return secure;
    }

    private URI http() {
        return server.url("/").uri();
    }

    private URI ws() {
        return URI.create("ws://127.0.0.1:" + server.getPort() + "/room?bare_id-1");
    }

    private static <T> T join(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw sneaky(e.getCause());
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable fault) throws E {
        throw (E) fault;
    }

    private static class Recorder implements WebSocketLinkListener {

        private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

        @Override
        public void opened() {
            calls.add("opened on " + Thread.currentThread().getName().replaceAll("-\\d+$", ""));
        }

        @Override
        public void received(byte[] frame) {
            calls.add("received " + ByteString.of(frame).hex());
        }

        @Override
        public void closed(String reason) {
            calls.add("closed " + reason);
        }

        String next() throws InterruptedException {
            return String.valueOf(calls.poll(30, TimeUnit.SECONDS));
        }
    }
}
