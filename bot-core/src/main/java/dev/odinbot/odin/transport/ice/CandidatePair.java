package dev.odinbot.odin.transport.ice;

import dev.odinbot.odin.transport.stun.TransactionId;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our one socket and one address of the peer, with the checks between them (RFC 8445, section 6.1.2). The local candidate
 * follows from the address's family, as the socket is on the wildcard address.
 */
final class CandidatePair {

    enum State {
        FROZEN,
        WAITING,
        IN_PROGRESS,
        /** Stays, also while a check that nominates is on its way. */
        SUCCEEDED,
        FAILED
    }

    static final long NEVER = Long.MAX_VALUE;

    /**
     * Before a check is repeated, then twice as long each time, four times as long at most. RFC 8445, section 14.3, would
     * have 500 ms, which a single lost packet would add to the time a connection takes; libwebrtc repeats after 50 ms.
     */
    static final long FIRST_RESEND_NANOS = 200_000_000;

    private static final int MAX_DOUBLINGS = 2;

    /** An answer may be to any of the last few: consent checks repeat faster than a slow way answers. */
    private static final int REMEMBERED_CHECKS = 4;

    private static final long HOST = 126L << 24;
    private static final long PEER_REFLEXIVE = 110L << 24;
    private static final long MAX_PRIORITY = Integer.MAX_VALUE;

    private final InetSocketAddress remote;
    private final List<Check> checks = new ArrayList<>(REMEMBERED_CHECKS);
    private String foundation;
    private long remotePriority;
    private boolean learned;

    private State state = State.FROZEN;
    private @Nullable Check newest;
    private int sends;
    private long sentNanos;
    private long resendNanos = NEVER;
    private boolean heard;
    private long heardNanos;
    private boolean nominatedByPeer;

    private CandidatePair(InetSocketAddress remote, long priority, String foundation, boolean learned) {
        this.remote = remote;
        this.remotePriority = clamped(priority);
        this.foundation = foundation;
        this.learned = learned;
    }

    static CandidatePair announced(IceCandidate candidate) {
        return new CandidatePair(candidate.address(), candidate.priority(), candidate.foundation(), false);
    }

    /** With a peer-reflexive candidate, which came with a check; no other has its foundation (section 7.3.1.3). */
    static CandidatePair learned(InetSocketAddress from, long priority) {
        return new CandidatePair(from, priority, from.toString(), true);
    }

    /** The description names what was learned before. */
    void announce(IceCandidate candidate) {
        remotePriority = clamped(candidate.priority());
        foundation = candidate.foundation();
        learned = false;
    }

    private static long clamped(long priority) {
        return Math.min(Math.max(priority, 1), MAX_PRIORITY);
    }

    InetSocketAddress remote() {
        return remote;
    }

    boolean isLearned() {
        return learned;
    }

    State state() {
        return state;
    }

    void state(State next) {
        state = next;
    }

    boolean succeeded() {
        return state == State.SUCCEEDED;
    }

    /** Section 6.1.2.3. */
    long priority(IceRole role) {
        long local = HOST | localPreference();
        long controlling = role == IceRole.CONTROLLING ? local : remotePriority;
        long controlled = role == IceRole.CONTROLLING ? remotePriority : local;
        return (Math.min(controlling, controlled) << 32)
                + 2 * Math.max(controlling, controlled)
                + (controlling > controlled ? 1 : 0);
    }

    /** What PRIORITY says of us: ours, if the peer learns it by the check (section 7.1.1). */
    long priorityAsLearned() {
        return PEER_REFLEXIVE | localPreference();
    }

    /** IPv6 before IPv4 of the same type; then 256 minus the component, which is 1 (section 5.1.2.1). */
    private long localPreference() {
        return (isIpv6() ? 65_535L : 65_534L) << 8 | 255;
    }

    boolean hasFoundationOf(CandidatePair other) {
        return isIpv6() == other.isIpv6() && foundation.equals(other.foundation);
    }

    private boolean isIpv6() {
        return remote.getAddress() instanceof Inet6Address;
    }

    /** A check that is sent now and, unless it is answered, again later. */
    void begin(Check check, long nowNanos) {
        remember(check, nowNanos);
        if (!succeeded()) {
            state = State.IN_PROGRESS;
        }
        sends = 1;
        resendNanos = nowNanos + FIRST_RESEND_NANOS;
    }

    /** A check that is sent once, now. */
    void remember(Check check, long nowNanos) {
        if (checks.size() == REMEMBERED_CHECKS) {
            checks.remove(0);
        }
        checks.add(check);
        newest = check;
        sentNanos = nowNanos;
    }

    /** The check to send again; null when it was sent often enough. */
    @Nullable
    Check repeat(int maxSends, long nowNanos) {
        if (sends >= maxSends) {
            settle(State.FAILED);
            return null;
        }
        resendNanos = nowNanos + (FIRST_RESEND_NANOS << Math.min(sends++, MAX_DOUBLINGS));
        sentNanos = nowNanos;
        return newest;
    }

    /** No check is repeated any more; one that succeeded stays so. */
    void settle(State end) {
        resendNanos = NEVER;
        if (!succeeded()) {
            state = end;
        }
    }

    boolean awaits(TransactionId id) {
        return indexOf(id) >= 0;
    }

    /** The peer refused; what worked before does not any more. */
    void fail() {
        resendNanos = NEVER;
        state = State.FAILED;
    }

    /** The request that {@code id} answers, which nothing can answer again. */
    Check answered(TransactionId id) {
        int index = indexOf(id);
        Check check = checks.get(index);
        checks.remove(index);
        return check;
    }

    private int indexOf(TransactionId id) {
        for (int i = 0; i < checks.size(); i++) {
            if (checks.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a later check nominates, so that this one's answer does not end it. */
    boolean nominatesAfter(Check answered) {
        return !answered.nominates() && newest != null && newest.nominates();
    }

    int sends() {
        return sends;
    }

    long sentNanos() {
        return sentNanos;
    }

    long resendNanos() {
        return resendNanos;
    }

    /** Something authentic came from there. */
    void heard(long nowNanos) {
        heard = true;
        heardNanos = nowNanos;
    }

    boolean isHeard() {
        return heard;
    }

    boolean isSilent(long nanos, long nowNanos) {
        return !heard || nowNanos - heardNanos >= nanos;
    }

    boolean isNominatedByPeer() {
        return nominatedByPeer;
    }

    void nominateByPeer() {
        nominatedByPeer = true;
    }
}
