package dev.odinbot.store;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.settings.RoomSettingsStore;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Settings of rooms, a row each. */
final class SqlRoomSettings implements RoomSettingsStore {

    private final Remembered rows;

    @Inject
    SqlRoomSettings(Database database) {
        rows = new Remembered(database.lane(), "settings of rooms");
    }

    record Setting(String room, String name, String value) {}

    @Override
    public Map<RoomId, Map<String, String>> load() {
        return rows.load(
                Map.of(),
                handle -> handle
                        .createQuery("select room, name, value from room_setting")
                        .map(ConstructorMapper.of(Setting.class))
                        .stream()
                        .collect(Collectors.groupingBy(
                                setting -> new RoomId(setting.room()),
                                Collectors.toMap(Setting::name, Setting::value))));
    }

    @Override
    public CompletionStage<Void> save(RoomId room, String name, String value) {
        return rows.save(handle -> value.isEmpty()
                ? handle.execute("delete from room_setting where room = ? and name = ?", room.value(), name)
                : handle.execute(
                        "insert into room_setting (room, name, value) values (?, ?, ?)"
                                + " on conflict (room, name) do update set value = excluded.value",
                        room.value(),
                        name,
                        value));
    }
}
