package dev.odinbot.bot.room;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.settings.RoomSettingsStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What was set in rooms while running, also in those that the bot has left meanwhile. Any thread. */
@Singleton
final class RoomMemory {

    private final RoomSettingsStore store;
    private final Map<RoomId, Map<String, String>> kept = new HashMap<>();
    private boolean loaded;

    @Inject
    RoomMemory(RoomSettingsStore store) {
        this.store = store;
    }

    /** The first call waits for the store. */
    synchronized Map<String, String> of(RoomId room) {
        if (!loaded) {
            store.load().forEach((id, values) -> kept.put(id, new HashMap<>(values)));
            loaded = true;
        }
        return Map.copyOf(kept.getOrDefault(room, Map.of()));
    }

    /** @param value empty = forget it */
    synchronized CompletionStage<Void> save(RoomId room, String name, String value) {
        Map<String, String> values = kept.computeIfAbsent(room, id -> new HashMap<>());
        if (value.isEmpty()) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
        return store.save(room, name, value);
    }
}
