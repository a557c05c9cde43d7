package dev.odinbot.odin.transport.ice;

import org.jspecify.annotations.Nullable;

/** Which of the ways that work is used (RFC 8445, section 8): chosen by us when in control, else by the peer. */
final class Choice {

    /** So many unanswered nominations of one pair before another is tried. */
    private static final int NOMINATION_SENDS = 3;

    /** A way without a sign of the peer for so long is left for another that it chose; libwebrtc asks every 2.5 s. */
    static final long SILENCE_NANOS = 3_000_000_000L;

    private @Nullable CandidatePair nominee;
    private @Nullable CandidatePair selected;

    @Nullable
    CandidatePair selected() {
        return selected;
    }

    void select(CandidatePair pair) {
        selected = pair;
        nominee = null;
    }

    /** Who nominates is open again. */
    void roleChanged() {
        nominee = null;
    }

    /**
     * In control: the first way that works is it. Waiting for a better one would cost time, changing later too.
     *
     * @return the pair to nominate now; null when one is being nominated, or none works
     */
    @Nullable
    CandidatePair nominate(CheckList checks) {
        CandidatePair tried = nominee;
        boolean busy = tried != null && tried.succeeded() && tried.sends() < NOMINATION_SENDS;
        if (selected != null || busy) {
            return null;
        }
        CandidatePair next = checks.first(pair -> pair.succeeded() && pair != tried);
        if (next != null) {
            nominee = next;
        }
        return next;
    }

    /**
     * Controlled: whether to go where the peer has nominated a way that works. Some peers nominate several and say so with
     * every check (RFC 5245's aggressive nomination), so one that was left is taken again only if it is better, or the
     * present one has gone silent.
     *
     * @param again the pair had been nominated before
     */
    boolean follows(CandidatePair pair, boolean again, long nowNanos) {
        CandidatePair present = selected;
        if (present == null || pair == present) {
            return present == null;
        }
        return !again
                || pair.priority(IceRole.CONTROLLED) > present.priority(IceRole.CONTROLLED)
                || present.isSilent(SILENCE_NANOS, nowNanos);
    }
}
