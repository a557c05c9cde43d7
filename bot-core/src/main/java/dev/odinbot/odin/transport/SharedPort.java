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

    /** Beside its proven address a client may have a few: of other cards, or where it was a moment ago. */
    private static final int MAX_OTHERS = 8;

    private final Map<String, DatagramHandler> byUfrag = new ConcurrentHashMap<>();
    /** Proven: nobody else's packets can take a connection's address from it. */
    private final Map<InetSocketAddress, DatagramHandler> selected = new ConcurrentHashMap<>();
    /** Claimed by an authentic check, which may have borne somebody else's address. */
    private final Map<InetSocketAddress, DatagramHandler> claimed = new ConcurrentHashMap<>();

    Wire lease(UdpSocket socket, String ufrag, DatagramHandler connection) {
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
        DatagramHandler owner = selected.get(from);
        DatagramHandler claimant = claimed.get(from);
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
            @Nullable DatagramHandler connection, ByteBuffer datagram, InetSocketAddress from, long nowNanos) {
        if (connection != null) {
            int start = datagram.position();
            connection.received(datagram, from, nowNanos);
            datagram.position(start);
        }
    }

    private final class Lease implements Wire {
        private final UdpSocket socket;
        private final String ufrag;
        private final DatagramHandler connection;
        /** Never forgotten, however many addresses its checks seem to come from. */
        private @Nullable InetSocketAddress remote;

        /** What else it claims, the longest known first. */
        private final Deque<InetSocketAddress> others = new ArrayDeque<>();

        private Lease(UdpSocket socket, String ufrag, DatagramHandler connection) {
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
            if (claimed.put(from, connection) != connection && !from.equals(remote)) {
                remember(from);
            }
        }

        /** The former one, from which something may still be on its way, becomes one of those that may be forgotten. */
        @Override
        public void selected(InetSocketAddress to) {
            InetSocketAddress former = remote;
            remote = to;
            selected.put(to, connection);
            others.remove(to);
            if (former != null && !former.equals(to)) {
                selected.remove(former, connection);
                claimed.putIfAbsent(former, connection);
                remember(former);
            }
        }

        private void remember(InetSocketAddress address) {
            others.remove(address);
            others.addLast(address);
            if (others.size() > MAX_OTHERS) {
                claimed.remove(others.removeFirst(), connection);
            }
        }

        @Override
        public long unsent() {
            return socket.unsent();
        }

        @Override
        public void close() {
            byUfrag.remove(ufrag, connection);
            others.forEach(address -> claimed.remove(address, connection));
            others.clear();
            if (remote != null) {
                claimed.remove(remote, connection);
                selected.remove(remote, connection);
                remote = null;
            }
        }
    }

    /** For tests: nothing is left of what is closed. */
    boolean isEmpty() {
        return byUfrag.isEmpty() && selected.isEmpty() && claimed.isEmpty();
    }
}
