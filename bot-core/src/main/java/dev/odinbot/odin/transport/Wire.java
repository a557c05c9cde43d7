package dev.odinbot.odin.transport;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** A connection's hold on a UDP port: one of its own, or a share of one. */
interface Wire {

    /** At once or not at all; any thread. */
    void send(ByteBuffer datagram, InetSocketAddress to);

    /** An authentic packet came from there. */
    default void heard(InetSocketAddress from) {}

    /** The peer is proven to be there. */
    default void selected(InetSocketAddress remote) {}

    /** How many datagrams the network did not take from this port. */
    long unsent();

    void close();
}
