package dev.odinbot.odin.client;

/** Why an attempt to join came to nothing; travels through the stages of the attempt and never leaves this package. */
final class JoinFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean slow;

    private JoinFailure(String detail, boolean slow) {
        super(detail);
        this.slow = slow;
    }

    /** It may heal by itself, soon. */
    static JoinFailure passing(String detail) {
        return new JoinFailure(detail, false);
    }

    /** Somebody has to mend it, or wants to be left alone; asking often would only annoy. */
    static JoinFailure lasting(String detail) {
        return new JoinFailure(detail, true);
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    boolean slow() {
        return slow;
    }
}
