package dev.odinbot.odin.transport;

/** A WebSocket that carries binary frames. Usable from any thread. */
public interface WebSocketLink extends AutoCloseable {

    /**
     * Queues a frame behind those before it; also while still connecting.
     *
     * @return false when it was not taken: the link is closed, or too much is waiting already
     */
    boolean send(byte[] frame);

    /** Closes in good order what was sent before, without waiting for it. Idempotent. */
    @Override
    void close();
}
