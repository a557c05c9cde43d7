package dev.odinbot.odin.transport.sctp;

/** The kinds of chunks that we know (RFC 9260, 3.2; RFC 3758, 3.2; RFC 6525, 3.1). */
final class ChunkType {

    static final int DATA = 0;
    static final int INIT = 1;
    static final int INIT_ACK = 2;
    static final int SACK = 3;
    static final int HEARTBEAT = 4;
    static final int HEARTBEAT_ACK = 5;
    static final int ABORT = 6;
    static final int SHUTDOWN = 7;
    static final int SHUTDOWN_ACK = 8;
    static final int ERROR = 9;
    static final int COOKIE_ECHO = 10;
    static final int COOKIE_ACK = 11;
    /** Of explicit congestion notification, which we do not announce. */
    static final int ECN_ECHO = 12;

    static final int CONGESTION_WINDOW_REDUCED = 13;
    static final int SHUTDOWN_COMPLETE = 14;
    static final int RE_CONFIG = 130;
    static final int FORWARD_TSN = 192;

    private ChunkType() {}

    /** Must not share its packet with another (RFC 9260, 6.10). */
    static boolean standsAlone(int type) {
        return type == INIT || type == INIT_ACK || type == SHUTDOWN_COMPLETE;
    }

    /** What the higher of an unknown type's two high bits says, of chunks and parameters alike (RFC 9260, 3.2). */
    static boolean isSkipped(int highBits) {
        return (highBits & 2) != 0;
    }

    /** What the lower of the two says. */
    static boolean isReported(int highBits) {
        return (highBits & 1) != 0;
    }
}
