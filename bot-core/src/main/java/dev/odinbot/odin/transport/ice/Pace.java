package dev.odinbot.odin.transport.ice;

/**
 * Spreads the first checks of pairs (RFC 8445, section 14.2): a few at the least interval allowed, as a connection has few
 * candidates and somebody waits; then at the default one.
 */
final class Pace {

    static final long FIRST_NANOS = 5_000_000;
    static final long LATER_NANOS = 50_000_000;
    private static final int FIRST_CHECKS = 8;

    private long nextNanos;
    private int checks;

    void start(long nowNanos) {
        nextNanos = nowNanos;
    }

    boolean allows(long nowNanos) {
        return nowNanos >= nextNanos;
    }

    void checked(long nowNanos) {
        nextNanos = nowNanos + (checks++ < FIRST_CHECKS ? FIRST_NANOS : LATER_NANOS);
    }

    long nextNanos() {
        return nextNanos;
    }
}
