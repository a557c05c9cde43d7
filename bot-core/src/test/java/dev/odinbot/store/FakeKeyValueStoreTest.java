package dev.odinbot.store;

import dev.odinbot.api.storage.KeyValueStore;
import dev.odinbot.testing.FakeKeyValueStore;
import java.util.HashMap;
import java.util.Map;

/** The test kit's keys take and refuse what a database does. */
class FakeKeyValueStoreTest implements KeyValueContract {

    private final Map<String, FakeKeyValueStore> stores = new HashMap<>();

    @Override
    public KeyValueStore keys(String plugin) {
        return stores.computeIfAbsent(plugin, id -> new FakeKeyValueStore());
    }
}
