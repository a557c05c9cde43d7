package dev.odinbot.plugin;

import dev.odinbot.api.storage.KeyValueStore;
import dev.odinbot.api.storage.Row;
import dev.odinbot.api.storage.StorageException;
import dev.odinbot.api.storage.Tables;
import dev.odinbot.testing.FakeKeyValueStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keys and switches in memory; can be made to fail. */
final class MemoryStorage implements PluginStorage, PluginSwitchStore {

    private final Map<String, FakeKeyValueStore> keys = new ConcurrentHashMap<>();
    private final Set<String> disabled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean broken;
    private volatile CompletionStage<Void> answer = CompletableFuture.completedFuture(null);

    void breakDown() {
        broken = true;
    }

    /** What it is asked to switch takes as long as {@code answer}, and fails if that does. */
    void answersWith(CompletionStage<Void> slow) {
        answer = slow;
    }

    /** How often it was asked to store a switch. */
    int asked() {
        return asked.get();
    }

    private static CompletionStage<Void> full() {
        return CompletableFuture.failedFuture(new StorageException("The disk is full", new IllegalStateException()));
    }

    @Override
    public KeyValueStore keys(String plugin) {
        return keys.computeIfAbsent(plugin, id -> new FakeKeyValueStore());
    }

    @Override
    public Tables tables(String plugin) {
        return new Tables() {
            @Override
            public CompletionStage<Void> migrate(List<String> versions) {
                return broken ? full() : CompletableFuture.completedFuture(null);
            }

            @Override
            public CompletionStage<Integer> update(String statement, Object... values) {
                return CompletableFuture.completedFuture(0);
            }

            @Override
            public CompletionStage<List<Row>> query(String statement, Object... values) {
                return CompletableFuture.completedFuture(List.of());
            }
        };
    }

    @Override
    public CompletionStage<Integer> purge(String plugin) {
        FakeKeyValueStore removed = keys.remove(plugin);
        return removed == null
                ? CompletableFuture.completedFuture(0)
                : removed.all("").thenApply(Map::size);
    }

    @Override
    public Set<String> disabled() {
        return Set.copyOf(disabled);
    }

    @Override
    public CompletionStage<Void> save(String plugin, boolean off) {
        asked.incrementAndGet();
        if (broken) {
            return full();
        }
        return answer.thenRun(() -> {
            if (off) {
                disabled.add(plugin);
            } else {
                disabled.remove(plugin);
            }
        });
    }
}
