package dev.odinbot.odin.transport.ice;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Finds a way for packets between us and one peer, and watches that it stays open (RFC 8445, 7675). It owns no socket,
 * thread or clock: it is told what came and what time it is. One call at a time.
 */
public final class IceAgent {

    /** What an agent wants done; called within calls of the agent. */
    public interface Outbox {

        /** Sends a STUN packet at once; the array is reused after this returns. */
        void send(byte[] packet, int length, InetSocketAddress to);

        /** Data goes to this address from now on: the first time when there is a way at all, then at each change of it. */
        void selected(InetSocketAddress remote);

        /** No way was found in time, or the peer fell silent. Nothing comes after it. */
        void failed(String reason);
    }

    public IceAgent(IceRole role, IceCredentials local, Outbox outbox) {
        throw new UnsupportedOperationException();
    }

    /** What the other side's description says; checks begin. */
    public void start(IceCredentials remote, List<IceCandidate> candidates, boolean remoteIsLite, long nowNanos) {
        throw new UnsupportedOperationException();
    }

    /** A packet that begins like STUN; what is not meant for this agent, or not authentic, is dropped without an answer. */
    public void received(ByteBuffer packet, InetSocketAddress from, long nowNanos) {
        throw new UnsupportedOperationException();
    }

    /** Whether data may come from there: an authentic check did. */
    public boolean knows(InetSocketAddress from) {
        throw new UnsupportedOperationException();
    }

    /** When {@link #tick} wants to be called next; {@code Long.MAX_VALUE} for never. */
    public long deadlineNanos() {
        throw new UnsupportedOperationException();
    }

    public void tick(long nowNanos) {
        throw new UnsupportedOperationException();
    }

    /** Does nothing and says nothing any more. */
    public void close() {
        throw new UnsupportedOperationException();
    }
}
