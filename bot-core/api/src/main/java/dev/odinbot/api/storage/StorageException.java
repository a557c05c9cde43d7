package dev.odinbot.api.storage;

/** The database did not do what it was asked; the message says what to do about it. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
