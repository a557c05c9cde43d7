package dev.odinbot.testing.webrtc;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.OptionalInt;

/**
 * On a machine without a route to the world the library does not tell on which ports it listens, so there one has to be
 * chosen for it.
 */
final class OfflinePort {

    /** A documentation address: nothing is ever sent there, the system is only asked for the way. */
    private static final InetSocketAddress THE_WORLD = new InetSocketAddress("203.0.113.1", 9);

    private OfflinePort() {}

    /** A UDP port that was free just now; empty when there is no need to choose. */
    static OptionalInt ifNeeded() {
        if (hasRoute()) {
            return OptionalInt.empty();
        }
        try (DatagramSocket socket = new DatagramSocket(0)) {
            return OptionalInt.of(socket.getLocalPort());
        } catch (SocketException e) {
            throw new IllegalStateException("No UDP port could be opened for a data channel", e);
        }
    }

    private static boolean hasRoute() {
        try (DatagramSocket socket = new DatagramSocket(null)) {
            socket.bind(new InetSocketAddress("0.0.0.0", 0));
            socket.connect(THE_WORLD);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
