package dev.odinbot.odin.transport.sctp;

import java.util.zip.CRC32C;

/** CRC-32c over a packet, with zeros where it is going to stand (RFC 9260, 6.8 and appendix A). */
final class PacketChecksum {

    private static final int AT = 8;
    private static final byte[] ZEROS = new byte[Integer.BYTES];

    private final CRC32C crc = new CRC32C();

    boolean isRight(byte[] bytes, int offset, int length) {
        return BigEndian.readInt(bytes, offset + AT) == of(bytes, offset, length);
    }

    void write(byte[] packet, int length) {
        BigEndian.writeInt(packet, AT, of(packet, 0, length));
    }

    private int of(byte[] bytes, int offset, int length) {
        crc.reset();
        crc.update(bytes, offset, AT);
        crc.update(ZEROS, 0, ZEROS.length);
        crc.update(bytes, offset + AT + ZEROS.length, length - AT - ZEROS.length);
        // The one number in SCTP whose lowest byte comes first.
        return Integer.reverseBytes((int) crc.getValue());
    }
}
