package dev.odinbot.player;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** What this machine knows of names and of itself. */
interface Network {

    InetAddress[] addresses(String host) throws UnknownHostException;

    /** Whether it is an address of this machine. */
    boolean own(InetAddress address) throws SocketException;

    /** The one that the operating system sees. */
    Network SYSTEM = new Network() {
        @Override
        public InetAddress[] addresses(String host) throws UnknownHostException {
            return InetAddress.getAllByName(host);
        }

        @Override
        public boolean own(InetAddress address) throws SocketException {
            return NetworkInterface.getByInetAddress(address) != null;
        }
    };
}
