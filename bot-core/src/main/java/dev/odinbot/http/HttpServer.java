package dev.odinbot.http;

import java.net.URI;

/** Serves every {@link HttpRoutes} on the bound address. */
public interface HttpServer extends AutoCloseable {

    /**
     * Binds the ports.
     *
     * @throws HttpServerException when one cannot be bound; names the address and the key to change
     */
    void start();

    /** Where a person on this machine opens the page, for instance {@code http://localhost:8080/}. */
    URI page();

    @Override
    void close();
}
