package dev.odinbot.odin.transport;

import dev.odinbot.odin.transport.stun.StunMessage;
import dev.odinbot.odin.transport.udp.DatagramHandler;
import dev.odinbot.odin.transport.udp.UdpSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one UDP port of all connections that we answer. A connectivity check names the connection that it is for; whatever
 * else comes belongs to the connection whose checks came from the same address.
 */
final class SharedPort implements DatagramHandler {

    /** A client has one address, and for a moment a second one when its network changes. */
    private static final int MAX_ADDRESSES = 8;

    private final Map<String, PeerConnection> byUfrag = new ConcurrentHashMap<>();
    /** Proven: nobody else's packets can take a connection's address from it. */
    private final Map<InetSocketAddress, PeerConnection> selected = new ConcurrentHashMap<>();
    /** Claimed by an authentic check, which may have borne somebody else's address. */
    private final Map<InetSocketAddress, PeerConnection> claimed = new ConcurrentHashMap<>();

    Wire lease(UdpSocket socket, String ufrag, PeerConnection connection) {
        byUfrag.put(ufrag, connection);
        return new Lease(socket, ufrag, connection);
    }

    @Override
    public void received(ByteBuffer datagram, InetSocketAddress from, long nowNanos) {
        boolean stun = StunMessage.looksLikeStun(datagram);
        if (stun) {
            String ufrag = StunMessage.recipient(datagram);
            if (!ufrag.isEmpty()) {
                tell(byUfrag.get(ufrag), datagram, from, nowNanos);
                return;
            }
        }
        PeerConnection owner = selected.get(from);
        PeerConnection claimant = claimed.get(from);
        if (owner == null) {
            tell(claimant, datagram, from, nowNanos);
        } else {
            tell(owner, datagram, from, nowNanos);
            // The answer that proves a new owner of the address comes from there too.
            if (stun && claimant != owner) {
                tell(claimant, datagram, from, nowNanos);
            }
        }
    }

    private static void tell(
            @Nullable PeerConnection connection, ByteBuffer datagram, InetSocketAddress from, long nowNanos) {
        if (connection != null) {
            int start = datagram.position();
            connection.received(datagram, from, nowNanos);
            datagram.position(start);
        }
    }

    private final class Lease implements Wire {
        private final UdpSocket socket;
        private final String ufrag;
        private final PeerConnection connection;
        private final Deque<InetSocketAddress> addresses = new ArrayDeque<>();

        private Lease(UdpSocket socket, String ufrag, PeerConnection connection) {
            this.socket = socket;
            this.ufrag = ufrag;
            this.connection = connection;
        }

        @Override
        public void send(ByteBuffer datagram, InetSocketAddress to) {
            socket.send(datagram, to);
        }

        @Override
        public void heard(InetSocketAddress from) {
            if (claimed.put(from, connection) != connection) {
                remember(from);
            }
        }

        @Override
        public void selected(InetSocketAddress remote) {
            if (selected.put(remote, connection) != connection) {
                remember(remote);
            }
        }

        private void remember(InetSocketAddress address) {
            addresses.remove(address);
            addresses.addLast(address);
            if (addresses.size() > MAX_ADDRESSES) {
                forget(addresses.removeFirst());
            }
        }

        private void forget(InetSocketAddress address) {
            claimed.remove(address, connection);
            selected.remove(address, connection);
        }

        @Override
        public void close() {
            byUfrag.remove(ufrag, connection);
            addresses.forEach(this::forget);
            addresses.clear();
        }
    }
}
