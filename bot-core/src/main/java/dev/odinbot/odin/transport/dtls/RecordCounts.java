package dev.odinbot.odin.transport.dtls;

/** Why records were dropped. */
final class RecordCounts {

    long malformed;
    /** Not of what is expected now: before the start, of another epoch, more than is kept. */
    long untimely;

    long replayed;
    long forged;

    @Override
    public String toString() {
        return malformed + " malformed, " + untimely + " untimely, " + replayed + " replayed, " + forged + " forged";
    }
}
