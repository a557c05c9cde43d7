package dev.odinbot.odin.transport.sdp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address at which a side can be reached (RFC 8839, 5.1).
 *
 * @param transport {@code udp} or {@code tcp}
 * @param host an IP address, or a name
 * @param type {@code host}, {@code srflx}, {@code prflx} or {@code relay}
 */
public record Candidate(String foundation, String transport, long priority, String host, int port, String type) {

    private static final Pattern GRAMMAR =
            Pattern.compile("candidate:([A-Za-z0-9+/]{1,32}) 1 (?i:(udp|tcp)) ([0-9]{1,10})"
                    + " ([0-9A-Za-z.:-]{1,253}) ([0-9]{1,5}) typ ([a-z]{1,8})(?: .*)?");
    private static final long MAX_PRIORITY = (1L << 32) - 1;
    private static final int MAX_PORT = 65535;

    /** One of ours, on UDP. */
    public static Candidate host(int number, long priority, String address, int port) {
        return new Candidate(Integer.toString(number), "udp", priority, address, port, "host");
    }

    public boolean isUdp() {
        return transport.equals("udp");
    }

    /** @return null when it is of another component or cannot be read: one way less to connect, not a fault */
    static @Nullable Candidate parse(String attribute) {
        Matcher parts = GRAMMAR.matcher(attribute);
        if (!parts.matches()) {
            return null;
        }
        long priority = Long.parseLong(parts.group(3));
        int port = Integer.parseInt(parts.group(5));
        if (priority > MAX_PRIORITY || port == 0 || port > MAX_PORT) {
            return null;
        }
        String transport = parts.group(2).equalsIgnoreCase("udp") ? "udp" : "tcp";
        return new Candidate(parts.group(1), transport, priority, parts.group(4), port, parts.group(6));
    }

    String text() {
        return "candidate:" + foundation + " 1 " + transport + " " + priority + " " + host + " " + port + " typ "
                + type;
    }
}
