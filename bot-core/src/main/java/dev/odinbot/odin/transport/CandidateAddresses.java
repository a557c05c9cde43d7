package dev.odinbot.odin.transport;

import dev.odinbot.odin.transport.sdp.Candidate;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which addresses our answers announce. */
record CandidateAddresses(List<InetAddress> addresses) {

    private static final Logger LOG = LoggerFactory.getLogger(CandidateAddresses.class);

    CandidateAddresses {
        addresses = List.copyOf(addresses);
    }

    /** @param bind a host name or address; a wildcard address stands for all of this machine's */
    static CandidateAddresses of(String bind) {
        try {
            InetAddress address = InetAddress.getByName(bind);
            return new CandidateAddresses(address.isAnyLocalAddress() ? all() : List.of(address));
        } catch (UnknownHostException | SocketException e) {
            throw new IllegalStateException("No address to announce for " + bind, e);
        }
    }

    private static List<InetAddress> all() throws SocketException {
        List<InetAddress> all = new ArrayList<>();
        for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (isUp(card)) {
                card.inetAddresses()
                        .filter(address -> !address.isLinkLocalAddress())
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** One may be taken away just now, such as those of containers: that is no reason to announce none. */
    private static boolean isUp(NetworkInterface card) {
        try {
            return card.isUp();
        } catch (SocketException e) {
            LOG.debug("{} is gone", card.getName(), e);
            return false;
        }
    }

    /** The candidates of a connection that listens on {@code port}; earlier addresses are preferred. */
    List<Candidate> candidates(int port) {
        List<Candidate> candidates = new ArrayList<>();
        for (InetAddress address : addresses) {
            int number = candidates.size() + 1;
            // A host's type preference, its place in the list, the only component (RFC 8445, 5.1.2.1)
            long priority = (126L << 24) | ((65535L - number) << 8) | 255;
            candidates.add(
                    Candidate.host(number, priority, address.getHostAddress().replaceFirst("%.*", ""), port));
        }
        return candidates;
    }
}
