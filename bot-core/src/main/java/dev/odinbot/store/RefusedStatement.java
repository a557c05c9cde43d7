package dev.odinbot.store;

/** A plugin's statement that is not even shown to the database; the message says why. */
final class RefusedStatement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedStatement(String message) {
        super(message);
    }
}
