package dev.odinbot.odin.transport.sctp;

/** How a DATA chunk is laid out (RFC 9260, 3.3.1), and what WebRTC puts into it (RFC 8831, 8). */
final class DataChunk {

    /** The stream of ODIN's one data channel. */
    static final int STREAM = 2;

    static final int TEXT = 51;
    static final int BINARY = 53;

    /** TSN, stream, number within the stream, protocol; then the data. */
    static final int HEADER_BYTES = 12;

    static final int ENDING = 1;
    static final int BEGINNING = 2;
    static final int UNORDERED = 4;
    static final int IMMEDIATE = 8;

    static final int MAX_DATA_BYTES = (SctpAssociation.MAX_PACKET_BYTES
                    - PacketReader.HEADER_BYTES
                    - PacketReader.CHUNK_HEADER_BYTES
                    - HEADER_BYTES)
            / 4
            * 4;

    private DataChunk() {}
}
