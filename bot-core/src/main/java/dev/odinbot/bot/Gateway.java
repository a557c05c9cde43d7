package dev.odinbot.bot;

import dev.odinbot.http.HttpServer;
import java.net.URI;

/** Where the bot's own rooms find their gateway. */
final class Gateway {

    private Gateway() {}

    /** {@code local} is the embedded server, reached like any other: over a socket. */
    static URI uri(OdinConfig odin, HttpServer http) {
        return odin.local() ? http.page() : URI.create(odin.gateway());
    }
}
