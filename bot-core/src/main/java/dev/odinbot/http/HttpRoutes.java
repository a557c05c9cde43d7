package dev.odinbot.http;

import io.javalin.config.JavalinConfig;

/** A feature's share of the HTTP server; bound with a Guice multibinder. */
public interface HttpRoutes {
    void addTo(JavalinConfig config);

    /** Called before the server stops: ends the requests that would never end by themselves. */
    default void end() {}
}
