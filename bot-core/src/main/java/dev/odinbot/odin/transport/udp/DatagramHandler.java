package dev.odinbot.odin.transport.udp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Takes what arrives on a socket, on its loop's thread. */
public interface DatagramHandler {

    /** The buffer is only valid during the call. */
    void received(ByteBuffer datagram, InetSocketAddress from, long nowNanos);
}
