package dev.odinbot.odin.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a room's server is: a host and perhaps a port, and whether to speak TLS there. */
record ServerAddress(boolean tls, String hostAndPort) {

    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?");

    /** Of what the gateway answered; empty when that is not an address. The streams are as safe as the gateway was. */
    static Optional<ServerAddress> of(URI gateway, String hostAndPort) {
        return HOST_AND_PORT.matcher(hostAndPort).matches()
                ? Optional.of(new ServerAddress("https".equalsIgnoreCase(gateway.getScheme()), hostAndPort))
                : Optional.empty();
    }

    URI mainStream() {
        return URI.create(scheme() + hostAndPort + "/main");
    }

    /** Empty when the id cannot stand in an address. */
    Optional<URI> roomStream(String streamId) {
        try {
            return Optional.of(new URI(scheme() + hostAndPort + "/room?" + streamId));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private String scheme() {
        return tls ? "wss://" : "ws://";
    }
}
