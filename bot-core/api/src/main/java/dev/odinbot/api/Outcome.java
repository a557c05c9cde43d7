package dev.odinbot.api;

import dev.odinbot.api.text.Text;

/**
 * How a request to the host ended. A refusal is a value; nothing has changed then. What it says can be put into a {@link
 * dev.odinbot.api.command.Reply} or {@link dev.odinbot.api.text.Messages} as it is, and is worded in the language of the room; what is wrong in
 * config.yml or with a plugin's own code is told in English within it.
 */
public sealed interface Outcome {

    /** @param detail what was done, as a sentence; may be {@link Text#EMPTY} */
    record Done(Text detail) implements Outcome {}

    /** @param reason why it was not done and what to do about it, as a sentence */
    record Refused(Text reason) implements Outcome {}

    /** {@return the outcome of a request that was met} */
    static Outcome done(Text detail) {
        return new Done(detail);
    }

    /** {@return the outcome of a request that was not met} */
    static Outcome refused(Text reason) {
        return new Refused(reason);
    }
}
