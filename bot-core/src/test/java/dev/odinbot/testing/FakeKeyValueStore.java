package dev.odinbot.testing;

import dev.odinbot.api.storage.KeyValueStore;
import dev.odinbot.api.storage.StorageException;
import dev.odinbot.store.KitTexts;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keys and values in memory, with a database's limits; every stage is complete when it is returned. */
public final class FakeKeyValueStore implements KeyValueStore {

    private final TreeMap<String, String> values = new TreeMap<>();

    @Override
    public synchronized CompletionStage<Optional<String>> get(String key) {
        return CompletableFuture.completedFuture(Optional.ofNullable(values.get(key)));
    }

    @Override
    public synchronized CompletionStage<Map<String, String>> all(String prefix) {
        Map<String, String> found = new TreeMap<>(values.tailMap(prefix, true));
        found.keySet().removeIf(key -> !key.startsWith(prefix));
        return CompletableFuture.completedFuture(found);
    }

    @Override
    public synchronized CompletionStage<Void> put(String key, String value) {
        if (key.isEmpty() || key.length() > MAX_KEY_CHARS) {
            throw new IllegalArgumentException("A key has 1 to " + MAX_KEY_CHARS + " characters, not " + key.length());
        }
        if (value.length() > MAX_VALUE_CHARS) {
            throw new IllegalArgumentException(
                    "A value has at most " + MAX_VALUE_CHARS + " characters, not " + value.length());
        }
        Optional<StorageException> refusal = KitTexts.refusal(key + "\n" + value);
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(refusal.get());
        }
        values.put(key, value);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized CompletionStage<Boolean> remove(String key) {
        return CompletableFuture.completedFuture(values.remove(key) != null);
    }

    synchronized int clear() {
        int cleared = values.size();
        values.clear();
        return cleared;
    }
}
