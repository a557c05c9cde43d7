package dev.odinbot.testing.network;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;

/** Many containers have no IPv6. */
public final class LoopbackSix {

    private LoopbackSix() {}

    public static boolean isThere() throws UnknownHostException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("::1"))) {
            return socket.isBound();
        } catch (SocketException e) {
            return false;
        }
    }
}
