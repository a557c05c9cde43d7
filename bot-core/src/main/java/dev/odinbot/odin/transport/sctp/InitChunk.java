package dev.odinbot.odin.transport.sctp;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a side says of itself in INIT or INIT ACK (RFC 9260, 3.3.2 and 3.3.3).
 *
 * @param tag what it wants to see in packets to it
 * @param windowBytes what it has room for
 * @param cookie of an INIT ACK; empty when there is none
 * @param unknown unrecognized parameters that it wants to hear of, each as a parameter of type 8, bounded
 */
record InitChunk(
        int tag,
        long windowBytes,
        int outStreams,
        int inStreams,
        int firstTsn,
        boolean skipsLost,
        boolean hasHostName,
        byte[] cookie,
        byte[] unknown) {

    private static final int OUT_STREAMS = 1024;
    private static final int IN_STREAMS = 65535;
    private static final int FIXED_BYTES = 16;
    private static final int PARAMETER_HEADER_BYTES = 4;
    private static final int MIN_WINDOW_BYTES = 1500;
    private static final int MAX_UNKNOWN_BYTES = 128;

    private static final int IPV4_ADDRESS = 5;
    private static final int IPV6_ADDRESS = 6;
    private static final int STATE_COOKIE = 7;
    private static final int UNRECOGNIZED = 8;
    private static final int COOKIE_PRESERVATIVE = 9;
    private static final int HOST_NAME = 11;
    private static final int ADDRESS_TYPES = 12;
    private static final int SUPPORTED_EXTENSIONS = 0x8008;
    private static final int FORWARD_TSN_SUPPORTED = 0xC000;

    /** @return null when it is malformed */
    static @Nullable InitChunk read(byte[] bytes, int offset, int length) {
        if (length < FIXED_BYTES || BigEndian.readInt(bytes, offset) == 0) {
            return null;
        }
        boolean skipsLost = false;
        boolean hasHostName = false;
        byte[] cookie = new byte[0];
        ByteArrayOutputStream unknown = new ByteArrayOutputStream(0);
        int end = offset + length;
        int at = offset + FIXED_BYTES;
        boolean goOn = true;
        while (goOn && at < end) {
            if (end - at < PARAMETER_HEADER_BYTES) {
                return null;
            }
            int type = BigEndian.unsignedShort(bytes, at);
            int size = BigEndian.unsignedShort(bytes, at + 2);
            if (size < PARAMETER_HEADER_BYTES || size > end - at) {
                return null;
            }
            switch (type) {
                case FORWARD_TSN_SUPPORTED -> skipsLost = true;
                case SUPPORTED_EXTENSIONS -> skipsLost |= contains(bytes, at, size, ChunkType.FORWARD_TSN);
                case HOST_NAME -> hasHostName = true;
                case STATE_COOKIE -> {
                    cookie = new byte[size - PARAMETER_HEADER_BYTES];
                    System.arraycopy(bytes, at + PARAMETER_HEADER_BYTES, cookie, 0, cookie.length);
                }
                // One path, which is not ours to choose; and what a cookie may outlive is ours.
                case IPV4_ADDRESS, IPV6_ADDRESS, ADDRESS_TYPES, COOKIE_PRESERVATIVE, UNRECOGNIZED -> {}
                default -> {
                    goOn = ChunkType.isSkipped(type >> 14);
                    if (ChunkType.isReported(type >> 14)) {
                        report(unknown, bytes, at, size);
                    }
                }
            }
            at += PacketReader.padded(size);
        }
        return new InitChunk(
                BigEndian.readInt(bytes, offset),
                Integer.toUnsignedLong(BigEndian.readInt(bytes, offset + 4)),
                BigEndian.unsignedShort(bytes, offset + 8),
                BigEndian.unsignedShort(bytes, offset + 10),
                BigEndian.readInt(bytes, offset + 12),
                skipsLost,
                hasHostName,
                cookie,
                unknown.toByteArray());
    }

    private static boolean contains(byte[] bytes, int parameter, int size, int chunkType) {
        for (int i = parameter + PARAMETER_HEADER_BYTES; i < parameter + size; i++) {
            if (BigEndian.unsignedByte(bytes, i) == chunkType) {
                return true;
            }
        }
        return false;
    }

    private static void report(ByteArrayOutputStream reports, byte[] bytes, int at, int size) {
        int padded = PacketReader.padded(size);
        if (reports.size() + PARAMETER_HEADER_BYTES + padded > MAX_UNKNOWN_BYTES) {
            return;
        }
        byte[] header = new byte[PARAMETER_HEADER_BYTES];
        BigEndian.writeShort(header, 0, UNRECOGNIZED);
        BigEndian.writeShort(header, 2, PARAMETER_HEADER_BYTES + size);
        reports.write(header, 0, header.length);
        reports.write(bytes, at, size);
        reports.write(new byte[padded - size], 0, padded - size);
    }

    /** Why there can be no association with this peer, for a person; or null. */
    @Nullable
    String refusal() {
        if (windowBytes < MIN_WINDOW_BYTES) {
            return "the other side has too small a window";
        }
        if (inStreams <= DataChunk.STREAM || outStreams == 0) {
            return "the other side has too few streams";
        }
        if (hasHostName) {
            return "the other side wants its name looked up";
        }
        return skipsLost ? null : "the other side cannot do without lost messages";
    }

    /** Into a packet of its own that has begun. */
    static void write(PacketWriter writer, int type, int tag, int firstTsn, byte[] cookie, byte[] unknown) {
        int cookieBytes = cookie.length == 0 ? 0 : PacketReader.padded(PARAMETER_HEADER_BYTES + cookie.length);
        int at = writer.chunk(type, 0, FIXED_BYTES + 4 + 8 + cookieBytes + unknown.length);
        byte[] bytes = writer.bytes();
        BigEndian.writeInt(bytes, at, tag);
        BigEndian.writeInt(bytes, at + 4, Inbound.WINDOW_BYTES);
        BigEndian.writeShort(bytes, at + 8, OUT_STREAMS);
        BigEndian.writeShort(bytes, at + 10, IN_STREAMS);
        BigEndian.writeInt(bytes, at + 12, firstTsn);
        at += FIXED_BYTES;
        BigEndian.writeShort(bytes, at, FORWARD_TSN_SUPPORTED);
        BigEndian.writeShort(bytes, at + 2, 4);
        BigEndian.writeShort(bytes, at + 4, SUPPORTED_EXTENSIONS);
        BigEndian.writeShort(bytes, at + 6, 6);
        BigEndian.writeInt(bytes, at + 8, ChunkType.RE_CONFIG << 24 | ChunkType.FORWARD_TSN << 16);
        at += 12;
        if (cookie.length > 0) {
            BigEndian.writeShort(bytes, at, STATE_COOKIE);
            BigEndian.writeShort(bytes, at + 2, PARAMETER_HEADER_BYTES + cookie.length);
            System.arraycopy(cookie, 0, bytes, at + PARAMETER_HEADER_BYTES, cookie.length);
            at += cookieBytes;
        }
        System.arraycopy(unknown, 0, bytes, at, unknown.length);
    }
}
