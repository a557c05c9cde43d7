package dev.odinbot.http;

import java.net.URI;
import java.util.OptionalInt;

/** Serves every {@link HttpRoutes} on the bound address. Any thread. */
public interface HttpServer extends AutoCloseable {

    /**
     * Binds the ports.
     *
     * @throws HttpServerException when one cannot be bound; names the address and the key to change
     */
    void start();

    /** Where a person on this machine opens the page, for instance {@code http://localhost:8080/}. */
    URI page();

    /** The port of http and ws that is listened on, also where the config says "any". */
    int port();

    /** The port of https and wss; empty when that is off. */
    OptionalInt tlsPort();

    /** Idempotent. */
    @Override
    void close();
}
