package dev.odinbot.api.storage;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Texts by key, for one plugin; other plugins have their own. Any thread; nothing blocks. */
public interface KeyValueStore {

    /** Longest key, in characters. */
    int MAX_KEY_CHARS = 200;

    /** Longest value, in characters. */
    int MAX_VALUE_CHARS = 1_000_000;

    /** {@return a stage that completes with the value of that key; empty when there is none} */
    CompletionStage<Optional<String>> get(String key);

    /** All whose key begins with {@code prefix}, sorted by key; {@code ""} = all. */
    CompletionStage<Map<String, String>> all(String prefix);

    /**
     * Sets or replaces a value. The stage completes when it is safely stored.
     *
     * @throws IllegalArgumentException when key or value is too long, or the key is empty
     */
    CompletionStage<Void> put(String key, String value);

    /** Completes with whether there was such a key. */
    CompletionStage<Boolean> remove(String key);
}
