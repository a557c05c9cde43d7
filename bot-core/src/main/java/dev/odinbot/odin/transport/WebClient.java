package dev.odinbot.odin.transport;

import java.net.URI;
import java.util.concurrent.CompletionStage;

/**
 * Goes out to gateways and servers. One per process; usable from any thread. With TLS it trusts whom this machine trusts,
 * and on loopback addresses anybody, because a local server signs its own certificate. Redirects are not followed: they
 * would take the token elsewhere.
 */
public interface WebClient extends AutoCloseable {

    /**
     * Posts JSON. The stage fails with an {@link java.io.IOException} whose message is for a person when no whole answer came
     * in time.
     */
    CompletionStage<Answer> post(URI address, String bearerToken, byte[] json);

    /** Starts to connect to a {@code ws:} or {@code wss:} address and returns at once. */
    WebSocketLink open(URI address, WebSocketLinkListener listener);

    /** Ends every link and post at once. */
    @Override
    void close();

    /** @param status of HTTP, whatever it is */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Answer(int status, byte[] body) {}
}
