package dev.odinbot.odin.transport.sctp;

/**
 * What an INIT ACK has the peer keep for us until it proves that it hears us (RFC 9260, 5.1.3).
 *
 * @param sinceNanos when it was made
 * @param ownTag our tag in that INIT ACK
 */
record Cookie(long sinceNanos, int ownTag, int peerTag, int peerFirstTsn, int peerWindowBytes) {

    static final int BYTES = 24;

    byte[] toBytes() {
        byte[] bytes = new byte[BYTES];
        BigEndian.writeLong(bytes, 0, sinceNanos);
        BigEndian.writeInt(bytes, 8, ownTag);
        BigEndian.writeInt(bytes, 12, peerTag);
        BigEndian.writeInt(bytes, 16, peerFirstTsn);
        BigEndian.writeInt(bytes, 20, peerWindowBytes);
        return bytes;
    }

    static Cookie read(byte[] bytes, int offset) {
        return new Cookie(
                BigEndian.readLong(bytes, offset),
                BigEndian.readInt(bytes, offset + 8),
                BigEndian.readInt(bytes, offset + 12),
                BigEndian.readInt(bytes, offset + 16),
                BigEndian.readInt(bytes, offset + 20));
    }
}
