package dev.odinbot.player;

import java.net.ConnectException;

/** A host that may not be played from; thrown before a connection to it is opened. */
final class HostRefusedException extends ConnectException {

    private static final long serialVersionUID = 1L;

    private final String host;

    HostRefusedException(String host) {
        super("Not allowed to connect to " + host);
        this.host = host;
    }

    String host() {
        return host;
    }
}
