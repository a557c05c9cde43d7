package dev.odinbot.store;

import java.time.Duration;

/** A plugin's statement that goes against the rules, not against the database; the message says which. */
final class RefusedStatement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedStatement(String message) {
        super(message);
    }

    static RefusedStatement tookTooLong(Duration limit) {
        return new RefusedStatement("The statement was stopped because it took longer than " + limit.toSeconds()
                + " s. Let it look at less, for instance with a narrower where and an index on the columns there");
    }
}
