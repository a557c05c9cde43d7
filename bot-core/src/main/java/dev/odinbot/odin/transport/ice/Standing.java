package dev.odinbot.odin.transport.ice;

import dev.odinbot.odin.transport.stun.StunMessage;
import java.util.random.RandomGenerator;

/** Our role, and the number that decides when both sides took the same (RFC 8445, sections 7.2.5.1 and 7.3.1.1). */
final class Standing {

    enum Claim {
        FINE,
        /** The peer must take the other role. */
        REFUSED,
        /** We took the other role. */
        YIELDED
    }

    /** Two sides that both play by the rules change once; who never stops is not worth more packets. */
    private static final int MAX_CHANGES = 4;

    private final RandomGenerator random;
    private IceRole role;
    private long tieBreaker;
    private int changes;

    Standing(IceRole role, RandomGenerator random) {
        this.role = role;
        this.random = random;
        tieBreaker = random.nextLong();
    }

    IceRole role() {
        return role;
    }

    boolean isControlling() {
        return role == IceRole.CONTROLLING;
    }

    long tieBreaker() {
        return tieBreaker;
    }

    /** A lite peer never controls. */
    void control() {
        role = IceRole.CONTROLLING;
    }

    Claim judge(StunMessage request) {
        boolean conflict = isControlling() ? request.isFromControlling() : request.isFromControlled();
        if (!conflict) {
            return Claim.FINE;
        }
        boolean ours = Long.compareUnsigned(tieBreaker, request.tieBreaker()) >= 0;
        if (ours == isControlling()) {
            return Claim.REFUSED;
        }
        change();
        return Claim.YIELDED;
    }

    /**
     * The peer refused a check that we made as {@code refused}.
     *
     * @return false when it does so for ever
     */
    boolean refused(IceRole as) {
        if (changes == MAX_CHANGES) {
            return false;
        }
        changes++;
        if (as == role) {
            change();
            tieBreaker = random.nextLong();
        }
        return true;
    }

    private void change() {
        role = isControlling() ? IceRole.CONTROLLED : IceRole.CONTROLLING;
    }
}
