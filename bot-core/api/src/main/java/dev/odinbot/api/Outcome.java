package dev.odinbot.api;

/** How a request to the host ended. A refusal is a value; nothing has changed then. */
public sealed interface Outcome {

    /** @param detail what was done, as a sentence; may be empty */
    record Done(String detail) implements Outcome {}

    /** @param reason why it was not done and what to do about it, as a sentence */
    record Refused(String reason) implements Outcome {}

    /** {@return the outcome of a request that was met} */
    static Outcome done(String detail) {
        return new Done(detail);
    }

    /** {@return the outcome of a request that was not met} */
    static Outcome refused(String reason) {
        return new Refused(reason);
    }
}
