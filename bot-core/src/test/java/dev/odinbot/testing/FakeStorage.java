package dev.odinbot.testing;

import dev.odinbot.api.storage.Row;
import dev.odinbot.api.storage.Tables;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** What plugins keep, in memory; it outlasts their stop, as the real one does. */
final class FakeStorage {

    private final Map<String, FakeKeyValueStore> keys = new ConcurrentHashMap<>();

    FakeKeyValueStore keys(String plugin) {
        return keys.computeIfAbsent(plugin, id -> new FakeKeyValueStore());
    }

    Tables tables(String plugin) {
        return new Tables() {
            @Override
            public CompletionStage<Void> migrate(List<String> versions) {
                throw unsupported(plugin);
            }

            @Override
            public CompletionStage<Integer> update(String statement, Object... values) {
                throw unsupported(plugin);
            }

            @Override
            public CompletionStage<List<Row>> query(String statement, Object... values) {
                throw unsupported(plugin);
            }
        };
    }

    private static UnsupportedOperationException unsupported(String plugin) {
        return new UnsupportedOperationException("A FakeRoom has no tables for plugin " + plugin);
    }
}
