package dev.odinbot.bot;

/** A port cannot be opened; the message says what to change. */
final class PortException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortException(String message, Throwable cause) {
        super(message, cause);
    }
}
