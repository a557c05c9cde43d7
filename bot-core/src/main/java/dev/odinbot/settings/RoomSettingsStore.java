package dev.odinbot.settings;

import dev.odinbot.api.room.RoomId;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Keeps the settings of rooms: texts by name ({@code prefix}, {@code locale}, {@code volume}). */
public interface RoomSettingsStore {

    /** All there is; waits for the database. Called once, at start, on the control thread. Empty when it cannot be read, which is reported. */
    Map<RoomId, Map<String, String>> load();

    /** @param value empty = forget it. Completes exceptionally with a {@link dev.odinbot.api.storage.StorageException} */
    CompletionStage<Void> save(RoomId room, String name, String value);
}
