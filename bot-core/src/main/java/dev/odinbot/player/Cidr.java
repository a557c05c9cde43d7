package dev.odinbot.player;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.Optional;

/** A range of IP addresses, such as {@code 10.0.0.0/8}. */
record Cidr(InetAddress network, int prefixBits) {

    /** An address, or an address and a prefix length; empty when {@code text} is neither. */
    static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (!InetAddresses.isInetAddress(address)) {
            return Optional.empty();
        }
        InetAddress network = InetAddresses.forString(address);
        int most = network.getAddress().length * Byte.SIZE;
        if (slash < 0) {
            return Optional.of(new Cidr(network, most));
        }
        String bits = text.substring(slash + 1);
        if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > most) {
            return Optional.empty();
        }
        return Optional.of(new Cidr(network, Integer.parseInt(bits)));
    }

    boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefixBits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
