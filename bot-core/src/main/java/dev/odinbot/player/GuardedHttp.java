package dev.odinbot.player;

import com.sedmelluq.discord.lavaplayer.tools.http.ExtendedConnectionOperator;
import com.sedmelluq.discord.lavaplayer.tools.http.ExtendedHttpClientBuilder;
import com.sedmelluq.discord.lavaplayer.tools.io.HttpClientTools;
import com.sedmelluq.discord.lavaplayer.tools.io.HttpInterfaceManager;
import com.sedmelluq.discord.lavaplayer.tools.io.ThreadLocalHttpInterfaceManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.SocketConfig;
import org.apache.http.conn.HttpClientConnectionOperator;
import org.apache.http.conn.ManagedHttpClientConnection;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;

/** HTTP clients that connect only where the {@link HostPolicy} lets them, whatever the name resolved to a moment before. */
final class GuardedHttp {

    private static final int CONNECT_MILLIS = 4_000;
    private static final int READ_MILLIS = 6_000;
    private static final int MOST_CONNECTIONS = 1_000;

    private static final RequestConfig REQUESTS = RequestConfig.custom()
            .setConnectTimeout(CONNECT_MILLIS)
            .setConnectionRequestTimeout(CONNECT_MILLIS)
            .setSocketTimeout(READ_MILLIS)
            .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
            .build();

    private final HostPolicy policy;

    GuardedHttp(HostPolicy policy) {
        this.policy = policy;
    }

    /** A client that reports redirects instead of following them. */
    HttpInterfaceManager withoutRedirects() {
        HttpClientBuilder builder =
                new ExtendedHttpClientBuilder().setRedirectStrategy(new HttpClientTools.NoRedirectsStrategy());
        guard(builder);
        return new ThreadLocalHttpInterfaceManager(builder, REQUESTS);
    }

    /** For the clients of LavaPlayer's own sources; redirects are followed, each through the guard. */
    void guard(HttpClientBuilder builder) {
        builder.setDefaultRequestConfig(REQUESTS);
        builder.setUserAgent("odin-bot");
        builder.setRequestExecutor(new CuttableExecutor());
        ((ExtendedHttpClientBuilder) builder).setConnectionManagerFactory((operator, connections) -> {
            PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager(
                    new GuardedOperator(operator), connections, -1, TimeUnit.MILLISECONDS);
            pool.setMaxTotal(MOST_CONNECTIONS);
            pool.setDefaultMaxPerRoute(MOST_CONNECTIONS);
            // TLS handshakes read before the request's own time-out applies.
            pool.setDefaultSocketConfig(
                    SocketConfig.custom().setSoTimeout(READ_MILLIS).build());
            return pool;
        });
    }

    private static final class CuttableExecutor extends HttpRequestExecutor {
        @Override
        public HttpResponse execute(HttpRequest request, HttpClientConnection connection, HttpContext context)
                throws IOException, HttpException {
            Connections.using(connection);
            return super.execute(request, connection, context);
        }
    }

    private final class GuardedOperator implements HttpClientConnectionOperator {
        private final HttpClientConnectionOperator operator;

        private GuardedOperator(HttpClientConnectionOperator operator) {
            this.operator = operator;
        }

        @Override
        public void connect(
                ManagedHttpClientConnection connection,
                HttpHost host,
                InetSocketAddress localAddress,
                int connectTimeout,
                SocketConfig socketConfig,
                HttpContext context)
                throws IOException {
            InetAddress[] permitted = policy.resolve(host.getHostName());
            ExtendedConnectionOperator.setResolvedAddresses(context, host, permitted);
            Connections.using(connection);
            try {
                operator.connect(connection, host, localAddress, connectTimeout, socketConfig, context);
            } finally {
                Connections.released(connection); // to the pool, and the executor tells who uses it
            }
        }

        @Override
        public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context)
                throws IOException {
            operator.upgrade(connection, host, context);
        }
    }
}
