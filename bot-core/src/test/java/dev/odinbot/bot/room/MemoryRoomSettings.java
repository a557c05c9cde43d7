package dev.odinbot.bot.room;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.storage.StorageException;
import dev.odinbot.settings.RoomSettingsStore;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps settings as long as the test lasts; or cannot. */
final class MemoryRoomSettings implements RoomSettingsStore {

    private final Map<RoomId, Map<String, String>> kept = new HashMap<>();
    private boolean full;

    void becomeFull() {
        full = true;
    }

    @Override
    public Map<RoomId, Map<String, String>> load() {
        return kept;
    }

    @Override
    public CompletionStage<Void> save(RoomId room, String name, String value) {
        if (full) {
            return CompletableFuture.failedFuture(
                    new StorageException("the disk is full", new IllegalStateException()));
        }
        Map<String, String> values = kept.computeIfAbsent(room, id -> new HashMap<>());
        if (value.isEmpty()) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
        return CompletableFuture.completedFuture(null);
    }
}
