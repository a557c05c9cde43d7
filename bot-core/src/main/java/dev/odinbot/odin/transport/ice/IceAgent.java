package dev.odinbot.odin.transport.ice;

import dev.odinbot.odin.transport.ice.CandidatePair.State;
import dev.odinbot.odin.transport.stun.StunKind;
import dev.odinbot.odin.transport.stun.StunMessage;
import dev.odinbot.odin.transport.stun.TransactionId;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Finds a way for packets between us and one peer, and watches that it stays open (RFC 8445, 7675). It owns no socket,
 * thread or clock: it is told what came and what time it is. One call at a time.
 *
 * <p>A full agent with one component. In control it takes the first way that works; controlled it follows the peer's choice,
 * also to an address that the peer has got since. Nothing is answered that the peer's credentials don't vouch for.
 */
public final class IceAgent {

    /** From {@link #start} until there is a way; people wait for it, and who could be reached answers within a second. */
    static final long SETUP_LIMIT_NANOS = 10_000_000_000L;

    /** A check that the peer's own has caused goes out at once, but not sooner than this after another to the same address. */
    private static final long TRIGGER_GAP_NANOS = 20_000_000;

    /** Without anything authentic from it, an address is forgotten that is not the selected one. */
    static final long FORGET_NANOS = 10_000_000_000L;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Outbox outbox;
    private final Standing standing;
    private final Messages messages;
    private final Consent consent;
    private final CheckList checks = new CheckList();
    private final Checker checker;
    private final Choice choice = new Choice();

    private boolean started;
    private boolean closed;
    private long giveUpNanos;
    private long deadlineNanos = CandidatePair.NEVER;
    private long dropped;

    /** What an agent wants done; called within calls of the agent. */
    public interface Outbox {

        /** Sends a STUN packet at once; the array is reused after this returns. */
        void send(byte[] packet, int length, InetSocketAddress to);

        /** Data goes to this address from now on: the first time when there is a way at all, then at each change of it. */
        void selected(InetSocketAddress remote);

        /** No way was found in time, or the peer fell silent. Nothing comes after it. */
        void failed(String reason);
    }

    public IceAgent(IceRole role, IceCredentials local, Outbox outbox) {
        this(role, local, outbox, RANDOM);
    }

    IceAgent(IceRole role, IceCredentials local, Outbox outbox, RandomGenerator random) {
        this.outbox = outbox;
        standing = new Standing(role, random);
        messages = new Messages(local);
        consent = new Consent(random);
        checker = new Checker(checks, standing, messages, random, outbox);
    }

    /**
     * What the other side's description says; checks begin. Addresses that the peer has asked from already come first.
     *
     * @param remoteIsLite it never asks, nor chooses: we do, whatever our role was
     * @throws IllegalStateException when called twice
     */
    public void start(IceCredentials remote, List<IceCandidate> candidates, boolean remoteIsLite, long nowNanos) {
        if (started) {
            throw new IllegalStateException("Started already");
        }
        started = true;
        if (remoteIsLite) {
            standing.control();
        }
        messages.remote(remote);
        checks.announce(candidates, standing.role());
        giveUpNanos = nowNanos + SETUP_LIMIT_NANOS;
        checker.start(nowNanos);
        for (CandidatePair pair : List.copyOf(checks.pairs())) {
            if (!closed && pair.isHeard()) {
                checker.begin(pair, nowNanos);
            }
        }
        tick(nowNanos);
    }

    /** A packet that begins like STUN; what is not meant for this agent, or not authentic, is dropped without an answer. */
    public void received(ByteBuffer packet, InetSocketAddress from, long nowNanos) {
        if (closed) {
            return;
        }
        StunMessage message = messages.read(packet);
        if (message == null) {
            dropped++;
        } else if (message.kind() == StunKind.REQUEST) {
            asked(message, from, nowNanos);
        } else if (message.kind() != StunKind.INDICATION) {
            answered(message, from, nowNanos);
        }
        nominate(nowNanos);
        schedule();
    }

    private void asked(StunMessage request, InetSocketAddress from, long nowNanos) {
        if (!messages.isRequestForUs(request)) {
            dropped++;
            return;
        }
        if (request.unknownCount() > 0) {
            reply(messages.unknownAttributes(request), from);
            return;
        }
        consent.heard(nowNanos);
        Standing.Claim claim = standing.judge(request);
        if (claim == Standing.Claim.REFUSED) {
            reply(messages.roleConflict(request), from);
            return;
        }
        if (claim == Standing.Claim.YIELDED) {
            roleChanged();
        }
        reply(messages.success(request, from), from);
        forgetSilent(nowNanos);
        CandidatePair pair = checks.learn(from, request.priority(), standing.role());
        if (pair != null) {
            pair.heard(nowNanos);
            trigger(pair, nowNanos);
            if (request.hasUseCandidate() && !standing.isControlling()) {
                nominatedByPeer(pair, nowNanos);
            }
        }
    }

    /** Where the peer can ask from, it can probably be asked (RFC 8445, section 7.3.1.4). */
    private void trigger(CandidatePair pair, long nowNanos) {
        boolean justAsked = pair.state() == State.IN_PROGRESS && nowNanos - pair.sentNanos() < TRIGGER_GAP_NANOS;
        if (started && !pair.succeeded() && !justAsked) {
            checker.begin(pair, nowNanos);
        }
    }

    private void nominatedByPeer(CandidatePair pair, long nowNanos) {
        boolean again = pair.isNominatedByPeer();
        pair.nominateByPeer();
        if (pair.succeeded() && choice.follows(pair, again, nowNanos)) {
            select(pair, nowNanos);
        }
    }

    private void answered(StunMessage answer, InetSocketAddress from, long nowNanos) {
        CandidatePair pair = checks.at(from);
        TransactionId id = answer.transaction();
        if (pair == null || !pair.awaits(id) || !messages.isAnswerForUs(answer)) {
            dropped++;
            return;
        }
        Check check = pair.answered(id);
        pair.heard(nowNanos);
        consent.heard(nowNanos);
        if (answer.kind() == StunKind.ERROR) {
            refused(pair, check, answer.errorCode(), nowNanos);
        } else {
            succeeded(pair, check, nowNanos);
        }
    }

    private void succeeded(CandidatePair pair, Check check, long nowNanos) {
        boolean first = !pair.succeeded();
        if (!pair.nominatesAfter(check)) {
            pair.settle(State.SUCCEEDED);
        }
        if (first) {
            checks.thaw(pair);
        }
        if (pair == choice.selected()) {
            consent.given(nowNanos);
        } else if (standing.isControlling()) {
            if (check.nominates() && choice.selected() == null) {
                select(pair, nowNanos);
            }
        } else if (first && pair.isNominatedByPeer() && choice.follows(pair, false, nowNanos)) {
            select(pair, nowNanos);
        }
    }

    private void refused(CandidatePair pair, Check check, int code, long nowNanos) {
        if (code == Messages.ROLE_CONFLICT && standing.refused(check.as())) {
            roleChanged();
            if (pair == choice.selected()) {
                askConsent(pair, nowNanos);
            } else {
                checker.begin(pair, nowNanos);
            }
        } else if (pair != choice.selected()) {
            pair.fail();
        }
    }

    private void roleChanged() {
        choice.roleChanged();
        checks.sort(standing.role());
    }

    private void nominate(long nowNanos) {
        if (started && !closed && standing.isControlling()) {
            CandidatePair next = choice.nominate(checks);
            if (next != null) {
                checker.nominate(next, nowNanos);
            }
        }
    }

    private void select(CandidatePair pair, long nowNanos) {
        pair.settle(State.SUCCEEDED);
        choice.select(pair);
        consent.given(nowNanos);
        checks.keepHeard();
        outbox.selected(pair.remote());
    }

    /** Whether data may come from there: an authentic check did. */
    public boolean knows(InetSocketAddress from) {
        CandidatePair present = choice.selected();
        if (present != null && present.remote().equals(from)) {
            return true;
        }
        CandidatePair pair = checks.at(from);
        return pair != null && pair.isHeard();
    }

    /** When {@link #tick} wants to be called next; {@code Long.MAX_VALUE} for never. */
    public long deadlineNanos() {
        return deadlineNanos;
    }

    public void tick(long nowNanos) {
        if (!started || closed) {
            return;
        }
        CandidatePair present = choice.selected();
        if (present == null && nowNanos >= giveUpNanos) {
            fail(noWay());
        } else if (present != null && consent.isExpired(nowNanos)) {
            fail("The peer does not answer any more");
        } else {
            checker.repeat(present != null, nowNanos);
            if (present == null) {
                nominate(nowNanos);
                checker.next(nowNanos);
            } else if (consent.isDue(nowNanos)) {
                askConsent(present, nowNanos);
            }
            schedule();
        }
    }

    private void askConsent(CandidatePair pair, long nowNanos) {
        consent.asked(nowNanos);
        checker.askConsent(pair, nowNanos);
        forgetSilent(nowNanos);
    }

    private void forgetSilent(long nowNanos) {
        CandidatePair present = choice.selected();
        if (present != null) {
            checks.forget(pair -> pair != present && pair.isSilent(FORGET_NANOS, nowNanos));
        }
    }

    private void reply(int length, InetSocketAddress to) {
        outbox.send(messages.bytes(), length, to);
    }

    private void schedule() {
        if (started && !closed) {
            boolean isThereAWay = choice.selected() != null;
            deadlineNanos =
                    Math.min(isThereAWay ? consent.deadlineNanos() : giveUpNanos, checker.deadlineNanos(isThereAWay));
        }
    }

    private String noWay() {
        return "No way to the peer was found within " + SETUP_LIMIT_NANOS / 1_000_000_000 + " s: " + checks.outcome()
                + (dropped == 0 ? "" : "; packets that were not authentic: " + dropped);
    }

    private void fail(String reason) {
        close();
        outbox.failed(reason);
    }

    /** Packets that were malformed, not for us, or not authentic. */
    public long dropped() {
        return dropped;
    }

    IceRole role() {
        return standing.role();
    }

    int pairs() {
        return checks.pairs().size();
    }

    /** Does nothing and says nothing any more. */
    public void close() {
        closed = true;
        deadlineNanos = CandidatePair.NEVER;
    }
}
