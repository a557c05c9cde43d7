package dev.odinbot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.multibindings.Multibinder;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;

class JettyHttpServerTest {

    @Test
    void start_anyPort_servesTheRoutesOnThreadsNamedWeb() throws Exception {
        try (HttpServer server = server(new HttpConfig("127.0.0.1", 0, 0, 0))) {
            server.start();

            assertThat(server.port()).isPositive();
            assertThat(server.tlsPort()).isEmpty();
            assertThat(server.page()).isEqualTo(URI.create("http://localhost:" + server.port() + "/"));
            HttpResponse<String> response =
                    get(HttpClient.newHttpClient(), server.page().resolve("/thread"));
            assertThat(response.body()).startsWith("web-");
            assertThat(response.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    void start_tlsPort_servesTheSameWithACertificateForTheLoopbackNames() throws Exception {
        int tlsPort = freePort();
        try (HttpServer server = server(new HttpConfig("127.0.0.1", 0, tlsPort, 0))) {
            server.start();

            assertThat(server.tlsPort()).hasValue(tlsPort);
            X509Certificate[] seen = new X509Certificate[1];
            HttpClient client =
                    HttpClient.newBuilder().sslContext(remembering(seen)).build();
            assertThat(get(client, URI.create("https://127.0.0.1:" + tlsPort + "/thread"))
                            .body())
                    .startsWith("web-");
            assertThat(seen[0].getSubjectAlternativeNames().stream().map(name -> (Object) name.get(1)))
                    .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        }
    }

    @Test
    void start_portInUse_namesAddressPortAndKey() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                HttpServer server = server(new HttpConfig("127.0.0.1", other.getLocalPort(), 0, 0))) {
            assertThatThrownBy(server::start)
                    .isInstanceOf(HttpServerException.class)
                    .hasMessage("Cannot listen on 127.0.0.1 port " + other.getLocalPort()
                            + " (Address already in use). Change local-server.port, or stop the program that uses the"
                            + " port");
        }
    }

    @Test
    void start_tlsPortInUse_freesTheOtherPortAgain() throws Exception {
        int port = freePort();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                HttpServer server = server(new HttpConfig("127.0.0.1", port, other.getLocalPort(), 0))) {
            assertThatThrownBy(server::start)
                    .isInstanceOf(HttpServerException.class)
                    .hasMessageContaining("Change local-server.tls-port");
            new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
        }
    }

    @Test
    void start_addressOfAnotherMachine_namesIt() {
        try (HttpServer server = server(new HttpConfig("192.0.2.77", 0, 0, 0))) {
            assertThatThrownBy(server::start)
                    .isInstanceOf(HttpServerException.class)
                    .hasMessageContaining("192.0.2.77")
                    .hasMessageContaining("local-server.");
        }
    }

    @Test
    void page_otherAddress_namesIt() {
        try (HttpServer server = server(new HttpConfig("192.0.2.77", 8080, 0, 0));
                HttpServer six = server(new HttpConfig("2001:db8::1", 8080, 0, 0))) {
            assertThat(server.page()).isEqualTo(URI.create("http://192.0.2.77:8080/"));
            assertThat(six.page()).isEqualTo(URI.create("http://[2001:db8::1]:8080/"));
        }
    }

    @Test
    void post_tooLarge_isRefused() throws Exception {
        try (HttpServer server = server(new HttpConfig("127.0.0.1", 0, 0, 0))) {
            server.start();
            // By one byte, the last: a client that is refused in the middle of its body may be cut off before it reads
            // why.
            HttpRequest request = HttpRequest.newBuilder(server.page().resolve("/length"))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[JettyHttpServer.MAX_REQUEST_BYTES + 1]))
                    .build();

            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void close_endsTheRoutesFirst_whileItStillAnswers() throws Exception {
        AtomicReference<URI> page = new AtomicReference<>();
        List<Integer> answers = new ArrayList<>();
        HttpRoutes ending = new HttpRoutes() {
            @Override
            public void addTo(JavalinConfig config) {
                routes(config);
            }

            @Override
            public void end() {
                answers.add(status(page.get().resolve("/thread")));
            }
        };
        try (HttpServer server = server(new HttpConfig("127.0.0.1", 0, 0, 0), ending)) {
            server.start();
            page.set(server.page());
            assertThat(answers).isEmpty();
        }

        assertThat(answers).containsExactly(200);
    }

    private static int status(URI uri) {
        try {
            return get(HttpClient.newHttpClient(), uri).statusCode();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static HttpServer server(HttpConfig config) {
        return server(config, JettyHttpServerTest::routes);
    }

    private static HttpServer server(HttpConfig config, HttpRoutes routes) {
        return Guice.createInjector(new HttpModule(), new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(HttpConfig.class).toInstance(config);
                        Multibinder.newSetBinder(binder(), HttpRoutes.class)
                                .addBinding()
                                .toInstance(routes);
                    }
                })
                .getInstance(HttpServer.class);
    }

    private static void routes(JavalinConfig config) {
        config.routes.get(
                "/thread", context -> context.result(Thread.currentThread().getName()));
        config.routes.post("/length", context -> context.result(Integer.toString(context.bodyAsBytes().length)));
    }

    private static HttpResponse<String> get(HttpClient client, URI uri) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static SSLContext remembering(X509Certificate[] seen) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new javax.net.ssl.TrustManager[] {new RememberingTrust(seen)}, null);
        return context;
    }

    private static final class RememberingTrust extends X509ExtendedTrustManager {
        private final X509Certificate[] seen;

        private RememberingTrust(X509Certificate[] seen) {
            this.seen = seen;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {
            seen[0] = chain[0];
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {
            seen[0] = chain[0];
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            seen[0] = chain[0];
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
