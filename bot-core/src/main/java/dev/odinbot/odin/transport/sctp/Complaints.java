package dev.odinbot.odin.transport.sctp;

import java.nio.charset.StandardCharsets;

/** ABORT and ERROR, with their causes (RFC 9260, 3.3.7 and 3.3.10). */
final class Complaints {

    static final int STALE_COOKIE = 3;
    static final int USER_ABORT = 12;

    private static final int UNRECOGNIZED_CHUNK = 6;
    private static final int INVALID_PARAMETER = 7;
    private static final int NO_USER_DATA = 9;
    private static final int RESTART = 11;

    private static final int CAUSE_HEADER_BYTES = 4;
    private static final int MAX_QUOTED_BYTES = 64;

    private final PacketWriter writer;

    Complaints(PacketWriter writer) {
        this.writer = writer;
    }

    void refuse(int peerTag) {
        writer.begin(peerTag);
        cause(ChunkType.ABORT, INVALID_PARAMETER, 0);
        writer.send();
    }

    void refuseRestart(int peerTag) {
        writer.begin(peerTag);
        cause(ChunkType.ABORT, RESTART, 0);
        writer.send();
    }

    void noUserData(int tsn) {
        writer.begin();
        int at = cause(ChunkType.ABORT, NO_USER_DATA, 4);
        BigEndian.writeInt(writer.bytes(), at, tsn);
        writer.send();
    }

    void abort(String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(text.length, MAX_QUOTED_BYTES);
        writer.begin();
        int at = cause(ChunkType.ABORT, USER_ABORT, length);
        System.arraycopy(text, 0, writer.bytes(), at, length);
        writer.send();
    }

    void staleCookie(int peerTag, long staleNanos) {
        writer.begin(peerTag);
        int at = cause(ChunkType.ERROR, STALE_COOKIE, 4);
        BigEndian.writeInt(writer.bytes(), at, (int) Math.min(Integer.MAX_VALUE, staleNanos / 1000));
        writer.send();
    }

    /** Quotes the chunk's beginning. */
    void unrecognized(PacketReader chunk) {
        int length = Math.min(PacketReader.CHUNK_HEADER_BYTES + chunk.valueLength(), MAX_QUOTED_BYTES);
        writer.begin();
        int at = cause(ChunkType.ERROR, UNRECOGNIZED_CHUNK, length);
        System.arraycopy(chunk.bytes(), chunk.chunkOffset(), writer.bytes(), at, length);
        writer.send();
    }

    private int cause(int chunkType, int code, int length) {
        int at = writer.chunk(chunkType, 0, CAUSE_HEADER_BYTES + length);
        BigEndian.writeShort(writer.bytes(), at, code);
        BigEndian.writeShort(writer.bytes(), at + 2, CAUSE_HEADER_BYTES + length);
        return at + CAUSE_HEADER_BYTES;
    }

    /** Whether the first cause of an ERROR or ABORT is this. */
    static boolean isAbout(int code, PacketReader chunk) {
        return chunk.valueLength() >= CAUSE_HEADER_BYTES
                && BigEndian.unsignedShort(chunk.bytes(), chunk.valueOffset()) == code;
    }
}
