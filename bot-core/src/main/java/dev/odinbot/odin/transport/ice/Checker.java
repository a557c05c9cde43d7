package dev.odinbot.odin.transport.ice;

import dev.odinbot.odin.transport.stun.TransactionId;
import java.util.random.RandomGenerator;

/** Sends our checks: each pair's first in its turn, others at once, and those again that stay without an answer. */
final class Checker {

    /** When there is a way already; before, the limit of the whole ends what never works. */
    static final int SENDS_TO_NEW_ADDRESS = 6;

    private final Pace pace = new Pace();
    private final CheckList checks;
    private final Standing standing;
    private final Messages messages;
    private final RandomGenerator random;
    private final IceAgent.Outbox outbox;

    Checker(CheckList checks, Standing standing, Messages messages, RandomGenerator random, IceAgent.Outbox outbox) {
        this.checks = checks;
        this.standing = standing;
        this.messages = messages;
        this.random = random;
        this.outbox = outbox;
    }

    void start(long nowNanos) {
        pace.start(nowNanos);
    }

    /** Checks the pair whose turn it is, if it is time. */
    void next(long nowNanos) {
        CandidatePair pair = pace.allows(nowNanos) ? checks.next() : null;
        if (pair != null) {
            pace.checked(nowNanos);
            begin(pair, nowNanos);
        }
    }

    void begin(CandidatePair pair, long nowNanos) {
        begin(pair, false, nowNanos);
    }

    void nominate(CandidatePair pair, long nowNanos) {
        begin(pair, true, nowNanos);
    }

    private void begin(CandidatePair pair, boolean nominates, long nowNanos) {
        Check check = check(nominates);
        pair.begin(check, nowNanos);
        send(pair, check);
    }

    /** Repeats the nomination, too, as libwebrtc does: a peer that has lost its memory of it learns it again. */
    void askConsent(CandidatePair selected, long nowNanos) {
        Check check = check(standing.isControlling());
        selected.remember(check, nowNanos);
        send(selected, check);
    }

    void repeat(boolean isThereAWay, long nowNanos) {
        int maxSends = isThereAWay ? SENDS_TO_NEW_ADDRESS : Integer.MAX_VALUE;
        for (CandidatePair pair : checks.pairs()) {
            if (nowNanos >= pair.resendNanos()) {
                Check check = pair.repeat(maxSends, nowNanos);
                if (check != null) {
                    send(pair, check);
                }
            }
        }
    }

    private Check check(boolean nominates) {
        return new Check(TransactionId.random(random), standing.role(), nominates);
    }

    private void send(CandidatePair pair, Check check) {
        int length = messages.check(check, standing.tieBreaker(), pair.priorityAsLearned());
        outbox.send(messages.bytes(), length, pair.remote());
    }

    /** When {@link #next} or {@link #repeat} has something to do. */
    long deadlineNanos(boolean isThereAWay) {
        long next = isThereAWay || checks.next() == null ? CandidatePair.NEVER : pace.nextNanos();
        for (CandidatePair pair : checks.pairs()) {
            next = Math.min(next, pair.resendNanos());
        }
        return next;
    }
}
