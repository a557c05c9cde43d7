package dev.odinbot.odin.transport.sctp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/** Packets written and read by hand, not by what is tested. */
final class Wire {

    record Chunk(int type, int flags, byte[] value) {
        int intAt(int offset) {
            return ByteBuffer.wrap(value).getInt(offset);
        }

        int shortAt(int offset) {
            return ByteBuffer.wrap(value).getShort(offset) & 0xffff;
        }
    }

    private Wire() {}

    /** Hexadecimal digits, with blanks where they help to read. */
    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    static byte[] ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
        Arrays.stream(values).forEach(buffer::putInt);
        return buffer.array();
    }

    static byte[] join(byte[]... parts) {
        ByteBuffer joined =
                ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
        Arrays.stream(parts).forEach(joined::put);
        return joined.array();
    }

    /** A chunk (or, with two bytes of type, a parameter) with its padding. */
    static byte[] chunk(int type, int flags, byte[] value) {
        ByteBuffer chunk = ByteBuffer.allocate((4 + value.length + 3) / 4 * 4);
        return chunk.put((byte) type)
                .put((byte) flags)
                .putShort((short) (4 + value.length))
                .put(value)
                .array();
    }

    static byte[] parameter(int type, byte[] value) {
        return chunk(type >> 8, type, value);
    }

    static byte[] data(int flags, int tsn, int stream, int protocol, byte[] payload) {
        return chunk(0, flags, join(ints(tsn, stream << 16, protocol), payload));
    }

    static byte[] sack(int cumulative, int window, int... gapsAndDuplicates) {
        return chunk(3, 0, join(ints(cumulative, window), ints(gapsAndDuplicates)));
    }

    static byte[] packet(int tag, byte[]... chunks) {
        return checked(join(ints(5000 << 16 | 5000, tag, 0), join(chunks)));
    }

    /** With the right checksum, whatever else is wrong. */
    static byte[] checked(byte[] packet) {
        if (packet.length >= 12) {
            ByteBuffer buffer = ByteBuffer.wrap(packet);
            buffer.putInt(8, 0);
            CRC32C crc = new CRC32C();
            crc.update(packet);
            buffer.putInt(8, Integer.reverseBytes((int) crc.getValue()));
        }
        return packet;
    }

    static int tag(byte[] packet) {
        return ByteBuffer.wrap(packet).getInt(4);
    }

    static List<Chunk> chunks(byte[] packet) {
        ByteBuffer buffer = ByteBuffer.wrap(packet);
        List<Chunk> chunks = new ArrayList<>();
        int at = 12;
        while (at < packet.length) {
            int length = buffer.getShort(at + 2) & 0xffff;
            chunks.add(new Chunk(
                    packet[at] & 0xff, packet[at + 1] & 0xff, Arrays.copyOfRange(packet, at + 4, at + length)));
            at += (length + 3) / 4 * 4;
        }
        return chunks;
    }
}
