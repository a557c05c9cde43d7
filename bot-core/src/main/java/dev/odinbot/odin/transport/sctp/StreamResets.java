package dev.odinbot.odin.transport.sctp;

/**
 * Answers requests to reconfigure streams (RFC 6525). The only one that we grant is the reset of our stream: that is how
 * a data channel is closed (RFC 8831, 6.7), and the association with it.
 */
final class StreamResets {

    /** What came of a RE-CONFIG. */
    enum Verdict {
        MALFORMED,
        ANSWERED,
        /** Our stream is closed; the peer's has been told to be. */
        CLOSED
    }

    private static final int OUTGOING_RESET = 13;
    private static final int INCOMING_RESET = 14;
    private static final int ALL_RESET = 15;
    private static final int RESPONSE = 16;
    private static final int ADD_OUTGOING = 17;
    private static final int ADD_INCOMING = 18;

    private static final int NOTHING_TO_DO = 0;
    private static final int PERFORMED = 1;
    private static final int DENIED = 2;

    private static final int HEADER_BYTES = 4;
    private static final int RESPONSE_BYTES = 12;
    private static final int RESET_BYTES = 16;
    /** RFC 6525, 3.1. */
    private static final int MAX_PARAMETERS = 2;

    private final PacketWriter writer;

    StreamResets(PacketWriter writer) {
        this.writer = writer;
    }

    /**
     * @param ownSequence the number of our first and only request
     * @param highestTsn of what we sent
     */
    Verdict received(PacketReader chunk, int ownSequence, int highestTsn) {
        byte[] bytes = chunk.bytes();
        int end = chunk.valueOffset() + chunk.valueLength();
        if (!isWellFormed(bytes, chunk.valueOffset(), end)) {
            return Verdict.MALFORMED;
        }
        boolean closed = false;
        int at = chunk.valueOffset();
        while (at < end) {
            int type = BigEndian.unsignedShort(bytes, at);
            int length = BigEndian.unsignedShort(bytes, at + 2);
            if (type == OUTGOING_RESET) {
                closed |= answerReset(bytes, at, length, ownSequence, highestTsn);
            } else if (type != RESPONSE) {
                writer.begin();
                respond(writer.chunk(ChunkType.RE_CONFIG, 0, RESPONSE_BYTES), bytes, at, DENIED);
                writer.send();
            }
            at += PacketReader.padded(length);
        }
        return closed ? Verdict.CLOSED : Verdict.ANSWERED;
    }

    private static boolean isWellFormed(byte[] bytes, int start, int end) {
        int at = start;
        int parameters = 0;
        while (at < end) {
            if (end - at < HEADER_BYTES || parameters == MAX_PARAMETERS) {
                return false;
            }
            int length = BigEndian.unsignedShort(bytes, at + 2);
            int least = switch (BigEndian.unsignedShort(bytes, at)) {
                case OUTGOING_RESET -> RESET_BYTES;
                case RESPONSE, ADD_OUTGOING, ADD_INCOMING -> RESPONSE_BYTES;
                case INCOMING_RESET, ALL_RESET -> HEADER_BYTES + 4;
                default -> Integer.MAX_VALUE;
            };
            if (length < least || length > end - at) {
                return false;
            }
            parameters++;
            at += PacketReader.padded(length);
        }
        return parameters > 0;
    }

    /** In the answer is our own reset, which a peer waits for before its channel is closed. */
    private boolean answerReset(byte[] bytes, int at, int length, int ownSequence, int highestTsn) {
        boolean ours = length == RESET_BYTES;
        for (int stream = at + RESET_BYTES; stream + 2 <= at + length; stream += 2) {
            ours |= BigEndian.unsignedShort(bytes, stream) == DataChunk.STREAM;
        }
        writer.begin();
        if (!ours) {
            respond(writer.chunk(ChunkType.RE_CONFIG, 0, RESPONSE_BYTES), bytes, at, NOTHING_TO_DO);
        } else {
            int value = writer.chunk(ChunkType.RE_CONFIG, 0, RESPONSE_BYTES + RESET_BYTES + 2);
            respond(value, bytes, at, PERFORMED);
            int reset = value + RESPONSE_BYTES;
            BigEndian.writeShort(writer.bytes(), reset, OUTGOING_RESET);
            BigEndian.writeShort(writer.bytes(), reset + 2, RESET_BYTES + 2);
            BigEndian.writeInt(writer.bytes(), reset + 4, ownSequence);
            BigEndian.writeInt(writer.bytes(), reset + 8, BigEndian.readInt(bytes, at + 4));
            BigEndian.writeInt(writer.bytes(), reset + 12, highestTsn);
            BigEndian.writeShort(writer.bytes(), reset + 16, DataChunk.STREAM);
        }
        writer.send();
        return ours;
    }

    private void respond(int value, byte[] bytes, int request, int result) {
        BigEndian.writeShort(writer.bytes(), value, RESPONSE);
        BigEndian.writeShort(writer.bytes(), value + 2, RESPONSE_BYTES);
        BigEndian.writeInt(writer.bytes(), value + 4, BigEndian.readInt(bytes, request + 4));
        BigEndian.writeInt(writer.bytes(), value + 8, result);
    }
}
