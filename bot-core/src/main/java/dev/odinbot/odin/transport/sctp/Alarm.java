package dev.odinbot.odin.transport.sctp;

/** When something is due, if at all. */
final class Alarm {

    static final long NEVER = Long.MAX_VALUE;

    private long dueNanos = NEVER;

    void set(long nanos) {
        dueNanos = nanos;
    }

    void stop() {
        dueNanos = NEVER;
    }

    boolean isSet() {
        return dueNanos != NEVER;
    }

    boolean isDue(long nowNanos) {
        return dueNanos <= nowNanos;
    }

    long dueNanos() {
        return dueNanos;
    }
}
