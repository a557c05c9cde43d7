package dev.odinbot.odin.transport.sctp;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a side says of itself in INIT or INIT ACK (RFC 9260, 3.3.2 and 3.3.3). */
final class InitChunk {

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

    private final int tag;
    private final long windowBytes;
    private final int outStreams;
    private final int inStreams;
    private final int firstTsn;
    private boolean skipsLost;
    private boolean hasHostName;
    private byte[] cookie = new byte[0];
    private final ByteArrayOutputStream unknown = new ByteArrayOutputStream(0);

    private InitChunk(byte[] bytes, int offset) {
        tag = BigEndian.readInt(bytes, offset);
        windowBytes = Integer.toUnsignedLong(BigEndian.readInt(bytes, offset + 4));
        outStreams = BigEndian.unsignedShort(bytes, offset + 8);
        inStreams = BigEndian.unsignedShort(bytes, offset + 10);
        firstTsn = BigEndian.readInt(bytes, offset + 12);
    }

    /** @return null when it is malformed */
    static @Nullable InitChunk read(byte[] bytes, int offset, int length) {
        if (length < FIXED_BYTES || BigEndian.readInt(bytes, offset) == 0) {
            return null;
        }
        InitChunk init = new InitChunk(bytes, offset);
        int end = offset + length;
        int at = offset + FIXED_BYTES;
        boolean more = true;
        while (more && at < end) {
            if (end - at < PARAMETER_HEADER_BYTES) {
                return null;
            }
            int size = BigEndian.unsignedShort(bytes, at + 2);
            if (size < PARAMETER_HEADER_BYTES || size > end - at) {
                return null;
            }
            more = init.readParameter(bytes, at, size);
            at += PacketReader.padded(size);
        }
        return init;
    }

    /** @return whether to look at those behind it */
    private boolean readParameter(byte[] bytes, int at, int size) {
        int type = BigEndian.unsignedShort(bytes, at);
        switch (type) {
            case FORWARD_TSN_SUPPORTED -> skipsLost = true;
            case SUPPORTED_EXTENSIONS -> skipsLost |= contains(bytes, at, size, ChunkType.FORWARD_TSN);
            case HOST_NAME -> hasHostName = true;
            case STATE_COOKIE -> cookie = Arrays.copyOfRange(bytes, at + PARAMETER_HEADER_BYTES, at + size);
            // One path, which is not ours to choose; and what a cookie may outlive is ours.
            case IPV4_ADDRESS, IPV6_ADDRESS, ADDRESS_TYPES, COOKIE_PRESERVATIVE, UNRECOGNIZED -> {}
            default -> {
                if (ChunkType.isReported(type >> 14)) {
                    report(unknown, bytes, at, size);
                }
                return ChunkType.isSkipped(type >> 14);
            }
        }
        return true;
    }

    /** What that side wants to see in packets to it. */
    int tag() {
        return tag;
    }

    long windowBytes() {
        return windowBytes;
    }

    int firstTsn() {
        return firstTsn;
    }

    /** Of an INIT ACK; empty when there is none. */
    byte[] cookie() {
        return cookie;
    }

    /** The parameters unknown to us that it wants to hear of, each within one of type 8; bounded. */
    byte[] unknown() {
        return unknown.toByteArray();
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
