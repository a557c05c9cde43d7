package dev.odinbot.odin.transport.sctp;

/** The chunks of one packet after another, looked at where they lie. Reused for every packet. */
final class PacketReader {

    static final int HEADER_BYTES = 12;
    static final int CHUNK_HEADER_BYTES = 4;

    private final int sourcePort;
    private final int destinationPort;
    private final PacketChecksum checksum = new PacketChecksum();

    private byte[] bytes = new byte[0];
    private int packetOffset;
    private int end;
    private int next;
    private int chunkOffset;

    /** @param sourcePort what the sender's packets must come from */
    PacketReader(int sourcePort, int destinationPort) {
        this.sourcePort = sourcePort;
        this.destinationPort = destinationPort;
    }

    /**
     * Stands before the first chunk afterwards.
     *
     * @return false when it is not a well-formed packet for us; nothing of it may be looked at then
     */
    boolean open(byte[] buffer, int offset, int length) {
        if (length < HEADER_BYTES + CHUNK_HEADER_BYTES || length % 4 != 0) {
            return false;
        }
        bytes = buffer;
        packetOffset = offset;
        end = offset + length;
        return BigEndian.unsignedShort(bytes, offset) == sourcePort
                && BigEndian.unsignedShort(bytes, offset + 2) == destinationPort
                && hasWellFormedChunks()
                && checksum.isRight(bytes, offset, length);
    }

    private boolean hasWellFormedChunks() {
        next = packetOffset + HEADER_BYTES;
        int chunks = 0;
        boolean lonely = false;
        while (next < end) {
            int length = BigEndian.unsignedShort(bytes, next + 2);
            if (length < CHUNK_HEADER_BYTES || length > end - next) {
                return false;
            }
            int type = BigEndian.unsignedByte(bytes, next);
            if (type == ChunkType.COOKIE_ECHO && chunks > 0) {
                return false;
            }
            lonely |= ChunkType.standsAlone(type);
            chunks++;
            next += padded(length);
        }
        next = packetOffset + HEADER_BYTES;
        return !lonely || chunks == 1;
    }

    /** Goes on to the next chunk, if there is one. */
    boolean next() {
        if (next >= end) {
            return false;
        }
        chunkOffset = next;
        next += padded(BigEndian.unsignedShort(bytes, chunkOffset + 2));
        return true;
    }

    int verificationTag() {
        return BigEndian.readInt(bytes, packetOffset + 4);
    }

    byte[] bytes() {
        return bytes;
    }

    int type() {
        return BigEndian.unsignedByte(bytes, chunkOffset);
    }

    int flags() {
        return BigEndian.unsignedByte(bytes, chunkOffset + 1);
    }

    int chunkOffset() {
        return chunkOffset;
    }

    int valueOffset() {
        return chunkOffset + CHUNK_HEADER_BYTES;
    }

    int valueLength() {
        return BigEndian.unsignedShort(bytes, chunkOffset + 2) - CHUNK_HEADER_BYTES;
    }

    static int padded(int length) {
        return (length + 3) & ~3;
    }
}
