package dev.odinbot.odin.transport.sctp;

/** What happened to one association so far. */
final class Counters {

    /** Messages that went out, for the first and only time. */
    long sent;

    /** Messages given to the outbox. */
    long received;

    /** Chunks of ours that were lost, as far as we can know. */
    long abandoned;

    /** Messages of ours that waited too long, or found no room or no association. */
    long dropped;

    /** Packets and chunks of the peer that are not as they must be. */
    long malformed;

    /** Packets with another association's tag, or that this association's state has no use for. */
    long foreign;

    /** Chunks of the peer that came twice, or after we were told to do without. */
    long duplicates;

    /** Messages of the peer that are not for our stream, and fragments of such that never became whole. */
    long ignored;

    @Override
    public String toString() {
        return sent + " sent, " + received + " received, " + abandoned + " abandoned, " + dropped
                + " dropped; of the peer "
                + malformed + " malformed, " + foreign + " foreign, " + duplicates + " duplicate, " + ignored
                + " ignored";
    }
}
