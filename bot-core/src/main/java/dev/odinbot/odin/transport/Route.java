package dev.odinbot.odin.transport;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** From a connection's port to where its peer is, as soon as both are known. Guarded by the connection's lock. */
final class Route {

    private @Nullable Wire wire;
    private @Nullable InetSocketAddress remote;

    void from(Wire newWire) {
        wire = newWire;
    }

    void heard(InetSocketAddress from) {
        if (wire != null) {
            wire.heard(from);
        }
    }

    /** @return whether there was no way to the peer before */
    boolean leadsTo(InetSocketAddress to) {
        boolean first = remote == null;
        remote = to;
        if (wire != null) {
            wire.selected(to);
        }
        return first;
    }

    /** Copies the packet, whose array the wire's buffer does not share. */
    void send(byte[] packet, int length, InetSocketAddress to) {
        if (wire != null) {
            Outgoing out = Outgoing.own();
            System.arraycopy(packet, 0, out.record, 0, length);
            wire.send(out.datagram(length), to);
        }
    }

    void send(byte[] packet, int length) {
        if (remote != null) {
            send(packet, length, remote);
        }
    }

    void send(ByteBuffer datagram) {
        if (wire != null && remote != null) {
            wire.send(datagram, remote);
        }
    }

    long unsent() {
        return wire == null ? 0 : wire.unsent();
    }

    void close() {
        if (wire != null) {
            wire.close();
        }
    }
}
