package dev.odinbot.odin.transport.stun;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** XOR-MAPPED-ADDRESS (RFC 8489, section 14.2): masked, as some NATs rewrite addresses wherever they find them. */
final class XorAddress {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    private static final int PORT_MASK = StunFormat.COOKIE >>> 16;
    private static final int MASK_AT = 4; // the cookie, then the transaction id

    private XorAddress() {}

    static boolean isWellFormed(ByteBuffer message, int at, int length) {
        return switch (length) {
            case 4 + IPV4_BYTES -> message.get(at + 1) == StunFormat.IPV4;
            case 4 + IPV6_BYTES -> message.get(at + 1) == StunFormat.IPV6;
            default -> false;
        };
    }

    /** @param length of an attribute that is well-formed */
    static InetSocketAddress read(ByteBuffer message, int at, int length) {
        byte[] address = new byte[length - 4];
        for (int i = 0; i < address.length; i++) {
            address[i] = (byte) (message.get(at + 4 + i) ^ message.get(MASK_AT + i));
        }
        int port = (message.getShort(at + 2) ^ PORT_MASK) & 0xFFFF;
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four or sixteen bytes are an address", e);
        }
    }

    /** Writes at the buffer's position, behind a header with its transaction id. */
    static void write(ByteBuffer message, InetSocketAddress mapped) {
        byte[] address = mapped.getAddress().getAddress();
        message.putShort((short) (address.length == IPV4_BYTES ? StunFormat.IPV4 : StunFormat.IPV6));
        message.putShort((short) (mapped.getPort() ^ PORT_MASK));
        for (int i = 0; i < address.length; i++) {
            message.put((byte) (address[i] ^ message.get(MASK_AT + i)));
        }
    }

    static int bytes(InetSocketAddress mapped) {
        return 4 + mapped.getAddress().getAddress().length;
    }
}
