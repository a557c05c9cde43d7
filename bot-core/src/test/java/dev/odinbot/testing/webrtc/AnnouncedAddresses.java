package dev.odinbot.testing.webrtc;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Which addresses our answers announce. The library binds its sockets to the wildcard address and offers no choice, so
 * what decides who can reach us is what we tell.
 */
record AnnouncedAddresses(List<InetAddress> addresses) {

    AnnouncedAddresses {
        addresses = List.copyOf(addresses);
    }

    /** @param bind a host name or address; a wildcard address stands for all of this machine's */
    static AnnouncedAddresses of(String bind) {
        try {
            InetAddress address = InetAddress.getByName(bind);
            return new AnnouncedAddresses(address.isAnyLocalAddress() ? all() : List.of(address));
        } catch (UnknownHostException | SocketException e) {
            throw new IllegalStateException("No address to announce for " + bind, e);
        }
    }

    private static List<InetAddress> all() throws SocketException {
        List<InetAddress> all = new ArrayList<>();
        for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (card.isUp()) {
                card.inetAddresses()
                        .filter(address -> !address.isLinkLocalAddress())
                        .forEach(all::add);
            }
        }
        return all;
    }

    boolean wants(Family family) {
        return addresses.stream().anyMatch(address -> Family.of(address) == family);
    }

    /** The candidates of one connection that listens on {@code ports}; earlier addresses are preferred. */
    List<String> candidates(Map<Family, Integer> ports) {
        List<String> candidates = new ArrayList<>();
        for (InetAddress address : addresses) {
            Integer port = ports.get(Family.of(address));
            if (port != null) {
                int number = candidates.size() + 1;
                long priority = (126L << 24) | ((65535L - number) << 8) | 255;
                String host = address.getHostAddress().replaceFirst("%.*", "");
                candidates.add("candidate:" + number + " 1 udp " + priority + " " + host + " " + port + " typ host");
            }
        }
        return candidates;
    }

    enum Family {
        IPV4,
        IPV6;

        static Family of(InetAddress address) {
            return address instanceof Inet4Address ? IPV4 : IPV6;
        }
    }
}
