package dev.odinbot.player;

import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which hosts may be played from: all public ones, and those the operator allows. A bot that fetched whatever it is told
 * would open the operator's own network to every stranger in the room, so it is the resolved address that counts.
 */
final class HostPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(HostPolicy.class);

    /** What is not on the public internet, or leads back from it (RFC 6890 and the registries it names). */
    private static final List<Cidr> SPECIAL = List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "::ffff:0:0:0/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .stream()
            .map(range -> Cidr.parse(range).orElseThrow())
            .toList();

    private final Network network;
    private final Set<String> allowedNames = new HashSet<>();
    private final List<Cidr> allowedRanges;

    /** @param allowed names, addresses and CIDRs */
    HostPolicy(List<String> allowed) {
        this(allowed, Network.SYSTEM);
    }

    HostPolicy(List<String> allowed, Network network) {
        this.network = network;
        allowedRanges =
                allowed.stream().map(Cidr::parse).flatMap(Optional::stream).toList();
        allowed.stream().map(HostPolicy::bare).forEach(allowedNames::add);
    }

    /**
     * The addresses of {@code host} that may be connected to.
     *
     * @throws HostRefusedException when there is none
     */
    InetAddress[] resolve(String host) throws UnknownHostException, HostRefusedException {
        InetAddress[] all = network.addresses(host);
        if (allowedNames.contains(bare(host))) {
            return all;
        }
        InetAddress[] permitted = Arrays.stream(all).filter(this::permits).toArray(InetAddress[]::new);
        if (permitted.length == 0) {
            throw new HostRefusedException(host);
        }
        return permitted;
    }

    boolean permits(InetAddress address) {
        return allowedRanges.stream().anyMatch(range -> range.contains(address))
                || (SPECIAL.stream().noneMatch(range -> range.contains(address)) && !own(address));
    }

    /** A public address of this machine leads past its firewall to what only listens to itself. */
    private boolean own(InetAddress address) {
        try {
            return network.own(address);
        } catch (SocketException e) {
            LOG.warn("Cannot tell whether an address is of this machine, so it is refused: {}", e.toString());
            return true;
        }
    }

    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
