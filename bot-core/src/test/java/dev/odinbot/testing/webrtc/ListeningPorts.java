package dev.odinbot.testing.webrtc;

import dev.odinbot.testing.webrtc.AnnouncedAddresses.Family;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Learns from the candidates of one connection on which UDP ports it listens. Any thread. */
final class ListeningPorts {

    private static final Pattern UDP_CANDIDATE =
            Pattern.compile("(?i)candidate:\\S+ 1 udp \\d+ (\\S+) (\\d{1,5}) typ host.*");

    private final AnnouncedAddresses wanted;
    private final Map<Family, Integer> ports = new EnumMap<>(Family.class);
    private final CompletableFuture<Map<Family, Integer>> known = new CompletableFuture<>();

    ListeningPorts(AnnouncedAddresses wanted) {
        this.wanted = wanted;
    }

    /** Completes as soon as there is a port for every wanted family, or no more will come. */
    CompletableFuture<Map<Family, Integer>> known() {
        return known;
    }

    /** The connection listens on this port, and will not say so. */
    synchronized void chosen(int port) {
        for (Family family : Family.values()) {
            ports.put(family, port);
        }
        known.complete(Map.copyOf(ports));
    }

    synchronized void candidate(String candidate) {
        Matcher udp = UDP_CANDIDATE.matcher(candidate);
        if (udp.matches()) {
            Family family = udp.group(1).contains(":") ? Family.IPV6 : Family.IPV4;
            ports.putIfAbsent(family, Integer.valueOf(udp.group(2)));
            for (Family one : Family.values()) {
                if (wanted.wants(one) && !ports.containsKey(one)) {
                    return;
                }
            }
            known.complete(Map.copyOf(ports));
        }
    }

    /** No more candidates will come, or we do not want to wait for them. */
    synchronized void end() {
        if (ports.isEmpty()) {
            known.completeExceptionally(new IllegalStateException("No UDP port could be opened for a data channel"));
        } else {
            known.complete(Map.copyOf(ports));
        }
    }
}
