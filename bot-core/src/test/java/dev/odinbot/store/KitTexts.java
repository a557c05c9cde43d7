package dev.odinbot.store;

import dev.odinbot.api.storage.StorageException;
import java.util.Optional;

/** Lets the test kit refuse what a database does; nothing for others. */
public final class KitTexts {

    private KitTexts() {}

    public static Optional<StorageException> refusal(String text) {
        return StorableText.is(text) ? Optional.empty() : Optional.of(new StorageException(StorableText.REFUSAL, null));
    }
}
