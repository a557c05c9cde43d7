package dev.odinbot.http;

import com.google.common.net.InetAddresses;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Javalin on Jetty. */
final class JettyHttpServer implements HttpServer {

    private static final int MAX_THREADS = 64;
    static final int MAX_REQUEST_BYTES = 1 << 20;
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final long IDLE_LIMIT_MS = 30_000;
    private static final Set<String> REACHED_AS_LOCALHOST =
            Set.of("localhost", "127.0.0.1", "::1", "0:0:0:0:0:0:0:1", "0.0.0.0", "::", "0:0:0:0:0:0:0:0");

    private final HttpConfig config;
    private final Set<HttpRoutes> routes;
    private final List<ServerConnector> connectors = new ArrayList<>();
    private @Nullable Javalin javalin;

    @Inject
    JettyHttpServer(HttpConfig config, Set<HttpRoutes> routes) {
        this.config = config;
        this.routes = routes;
    }

    @Override
    public synchronized void start() {
        if (javalin != null) {
            throw new IllegalStateException("The HTTP server has been started");
        }
        try {
            javalin = Javalin.create(this::configure).start();
        } catch (RuntimeException e) {
            connectors.forEach(ServerConnector::close);
            connectors.clear();
            throw e;
        }
    }

    private void configure(JavalinConfig javalinConfig) {
        javalinConfig.startup.showJavalinBanner = false;
        javalinConfig.startup.showOldJavalinVersionWarning = false;
        javalinConfig.startup.startupWatcherEnabled = false;
        javalinConfig.http.maxRequestSize = MAX_REQUEST_BYTES;
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName("web");
        threads.setDaemon(true);
        javalinConfig.jetty.threadPool = threads;
        javalinConfig.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(MAX_HEADER_BYTES);
        });
        javalinConfig.jetty.addConnector(this::plain);
        if (config.tlsPort() != 0) {
            javalinConfig.jetty.addConnector(this::tls);
        }
        routes.forEach(route -> route.addTo(javalinConfig));
    }

    private ServerConnector plain(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        return listening(connector, config.port(), "local-server.port");
    }

    private ServerConnector tls(Server server, HttpConfiguration http) {
        LocalCertificate.Stored certificate = LocalCertificate.madeFor(config.bind());
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setKeyStore(certificate.store());
        ssl.setKeyStorePassword(certificate.password());
        HttpConfiguration https = new HttpConfiguration(http);
        // Clients come by whatever name or address this machine has for them.
        https.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(
                server, 1, 1, new SslConnectionFactory(ssl, "http/1.1"), new HttpConnectionFactory(https));
        return listening(connector, config.tlsPort(), "local-server.tls-port");
    }

    /** Opens the port at once, while it is known which key of the config to name. */
    private ServerConnector listening(ServerConnector connector, int port, String key) {
        connector.setHost(config.bind());
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_LIMIT_MS);
        try {
            connector.open();
        } catch (IOException | RuntimeException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new HttpServerException(
                    "Cannot listen on " + config.bind() + " port " + port + " (" + reason.getMessage() + "). Change "
                            + key
                            + (reason instanceof java.net.BindException ? "" : " or local-server.bind")
                            + ", or stop the program that uses the port",
                    e);
        }
        connectors.add(connector);
        return connector;
    }

    @Override
    public URI page() {
        String host = config.bind();
        if (REACHED_AS_LOCALHOST.contains(host)) {
            host = "localhost";
        } else if (InetAddresses.isInetAddress(host)) {
            host = InetAddresses.toUriString(InetAddresses.forString(host));
        }
        return URI.create("http://" + host + ":" + port() + "/");
    }

    @Override
    public synchronized int port() {
        return connectors.isEmpty() ? config.port() : connectors.get(0).getLocalPort();
    }

    @Override
    public synchronized OptionalInt tlsPort() {
        return config.tlsPort() == 0
                ? OptionalInt.empty()
                : OptionalInt.of(
                        connectors.size() < 2
                                ? config.tlsPort()
                                : connectors.get(1).getLocalPort());
    }

    @Override
    public synchronized void close() {
        if (javalin == null) {
            return;
        }
        try {
            routes.forEach(HttpRoutes::end);
        } finally {
            javalin.stop();
            javalin = null;
            connectors.clear();
        }
    }
}
