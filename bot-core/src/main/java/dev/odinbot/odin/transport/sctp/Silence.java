package dev.odinbot.odin.transport.sctp;

/** How often in a row the peer left us without an answer (RFC 9260, 8.1). */
final class Silence {

    /** RFC 9260, 16: Association.Max.Retrans. */
    private static final int LIMIT = 10;

    private int unanswered;

    void count() {
        unanswered++;
    }

    void broken() {
        unanswered = 0;
    }

    boolean isTooLong() {
        return unanswered > LIMIT;
    }
}
