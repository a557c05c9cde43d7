package dev.odinbot.store;

import dev.odinbot.api.storage.KeyValueStore;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** One plugin's keys. */
final class SqlKeys implements KeyValueStore {

    private final String plugin;
    private final Lane lane;

    SqlKeys(String plugin, Lane lane) {
        this.plugin = plugin;
        this.lane = lane;
    }

    @Override
    public CompletionStage<Optional<String>> get(String key) {
        return lane.submit(
                Access.READ,
                key.length(),
                handle -> handle.select("select value from plugin_key where plugin = ? and name = ?", plugin, key)
                        .mapTo(String.class)
                        .findOne());
    }

    /** Sorted here, since the databases sort by different alphabets. */
    @Override
    public CompletionStage<Map<String, String>> all(String prefix) {
        return lane.submit(Access.READ, prefix.length(), handle -> {
            Map<String, String> found = new TreeMap<>();
            handle.select(
                            "select name, value from plugin_key where plugin = ? and substr(name, 1, ?) = ?",
                            plugin,
                            prefix.codePointCount(0, prefix.length()),
                            prefix)
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
            return found;
        });
    }

    @Override
    public CompletionStage<Void> put(String key, String value) {
        if (key.isEmpty() || key.length() > MAX_KEY_CHARS) {
            throw new IllegalArgumentException("A key has 1 to " + MAX_KEY_CHARS + " characters, not " + key.length());
        }
        if (value.length() > MAX_VALUE_CHARS) {
            throw new IllegalArgumentException(
                    "A value has at most " + MAX_VALUE_CHARS + " characters, not " + value.length());
        }
        if (!StorableText.is(key) || !StorableText.is(value)) {
            return Lane.refused(StorableText.REFUSAL);
        }
        return lane.submit(
                        Access.WRITE,
                        key.length() + value.length(),
                        handle -> handle.execute(
                                "insert into plugin_key (plugin, name, value) values (?, ?, ?)"
                                        + " on conflict (plugin, name) do update set value = excluded.value",
                                plugin,
                                key,
                                value))
                .thenAccept(rows -> {});
    }

    @Override
    public CompletionStage<Boolean> remove(String key) {
        return lane.submit(
                Access.WRITE,
                key.length(),
                handle -> handle.execute("delete from plugin_key where plugin = ? and name = ?", plugin, key) > 0);
    }
}
