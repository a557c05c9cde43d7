package dev.odinbot.api.storage;

import org.jspecify.annotations.Nullable;

/** The database did not do what it was asked; the message says what to do about it. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do about it, as a sentence */
    public StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
