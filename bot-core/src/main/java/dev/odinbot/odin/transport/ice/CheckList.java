package dev.odinbot.odin.transport.ice;

import dev.odinbot.odin.transport.ice.CandidatePair.State;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All pairs, the best first (RFC 8445, section 6.1.2). Their number is bounded, whatever comes. */
final class CheckList {

    private static final int MAX_ANNOUNCED = 32;

    /** A replayed check from many addresses fills this, and is answered with no more than so many checks of ours. */
    private static final int MAX_LEARNED = 8;

    private final List<CandidatePair> pairs = new ArrayList<>();

    List<CandidatePair> pairs() {
        return pairs;
    }

    @Nullable
    CandidatePair at(InetSocketAddress remote) {
        for (CandidatePair pair : pairs) {
            if (pair.remote().equals(remote)) {
                return pair;
            }
        }
        return null;
    }

    void announce(List<IceCandidate> candidates, IceRole role) {
        candidates.stream()
                .filter(candidate -> isUsable(candidate.address()))
                .sorted(Comparator.comparingLong(IceCandidate::priority).reversed())
                .limit(MAX_ANNOUNCED)
                .forEach(this::announce);
        sort(role);
        for (CandidatePair pair : pairs) {
            if (pair.state() == State.FROZEN && first(other -> other.hasFoundationOf(pair)) == pair) {
                pair.state(State.WAITING);
            }
        }
    }

    private void announce(IceCandidate candidate) {
        CandidatePair known = at(candidate.address());
        if (known == null) {
            pairs.add(CandidatePair.announced(candidate));
        } else if (known.isLearned()) {
            known.announce(candidate);
        }
    }

    private static boolean isUsable(InetSocketAddress address) {
        return !address.isUnresolved()
                && address.getPort() != 0
                && !address.getAddress().isAnyLocalAddress()
                && !address.getAddress().isMulticastAddress();
    }

    /** The pair with the address an authentic check came from; null when it is one too many. */
    @Nullable
    CandidatePair learn(InetSocketAddress from, long priority, IceRole role) {
        CandidatePair known = at(from);
        if (known != null) {
            return known;
        }
        if (pairs.stream().filter(CandidatePair::isLearned).count() >= MAX_LEARNED
                && !pairs.removeIf(pair -> pair.isLearned() && pair.state() == State.FAILED)) {
            return null;
        }
        CandidatePair pair = CandidatePair.learned(from, priority);
        pairs.add(pair);
        sort(role);
        return pair;
    }

    void sort(IceRole role) {
        pairs.sort(Comparator.comparingLong((CandidatePair pair) -> pair.priority(role))
                .reversed());
    }

    /** The pair to be checked next of those whose turn comes by their priority (section 6.1.4.2). */
    @Nullable
    CandidatePair next() {
        CandidatePair waiting = first(pair -> pair.state() == State.WAITING);
        return waiting != null
                ? waiting
                : first(pair -> pair.state() == State.FROZEN
                        && first(other -> other.hasFoundationOf(pair) && isPromising(other)) == null);
    }

    /** More patient than this, and a dead address would hold those of its foundation back for many seconds. */
    private static boolean isPromising(CandidatePair pair) {
        return pair.state() == State.IN_PROGRESS && pair.sends() < 2;
    }

    /** What works makes others of its foundation likely to (section 7.2.5.3.3). */
    void thaw(CandidatePair succeeded) {
        for (CandidatePair pair : pairs) {
            if (pair.state() == State.FROZEN && pair.hasFoundationOf(succeeded)) {
                pair.state(State.WAITING);
            }
        }
    }

    /** There is a way now: only what the peer itself uses is of interest any more (section 8.1.2). */
    void keepHeard() {
        pairs.removeIf(pair -> !pair.isHeard());
    }

    void forget(Predicate<CandidatePair> old) {
        pairs.removeIf(old);
    }

    @Nullable
    CandidatePair first(Predicate<CandidatePair> wanted) {
        for (CandidatePair pair : pairs) {
            if (wanted.test(pair)) {
                return pair;
            }
        }
        return null;
    }

    /** Why there is no way, for a person. */
    String outcome() {
        if (pairs.isEmpty()) {
            return "the peer announced no address, and asked from none";
        }
        return first(CandidatePair::succeeded) != null
                ? "the peer chose none of those that work"
                : "no answer from " + pairs.size() + " address(es)";
    }
}
