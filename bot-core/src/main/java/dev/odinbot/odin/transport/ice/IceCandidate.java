package dev.odinbot.odin.transport.ice;

import java.net.InetSocketAddress;

/**
 * A UDP address where the other side says it can be reached.
 *
 * @param priority the other side's wish, 1 to 2³¹-1; what is outside counts as the nearest
 * @param foundation alike for candidates that will probably work, or not, together (RFC 8445, section 5.1.1.3)
 */
public record IceCandidate(InetSocketAddress address, long priority, String foundation) {

    /** A candidate like no other. */
    public IceCandidate(InetSocketAddress address, long priority) {
        this(address, priority, address.toString());
    }
}
