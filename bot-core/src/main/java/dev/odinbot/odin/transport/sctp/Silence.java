package dev.odinbot.odin.transport.sctp;

/** How often in a row the peer left us without an answer (RFC 9260, 8.1). */
final class Silence {

    /**
     * Twice the RFC's Association.Max.Retrans, as our timeouts are short: 16 s and more, so that whoever minds the way below
     * notices first.
     */
    private static final int LIMIT = 20;

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
