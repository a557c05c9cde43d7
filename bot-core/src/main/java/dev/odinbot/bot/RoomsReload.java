package dev.odinbot.bot;

import dev.odinbot.api.room.RoomId;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Brings the rooms in line with another config; those that were joined while running stay as they are. */
final class RoomsReload {

    private final BotRooms rooms;
    private final RoomAccess access;

    @Inject
    RoomsReload(BotRooms rooms, RoomAccess access) {
        this.rooms = rooms;
        this.access = access;
    }

    void apply(BotConfig before, BotConfig after, ConfigReload.Report report) {
        Map<RoomId, RoomSettings> old = settings(before);
        Map<RoomId, RoomSettings> fresh = settings(after);
        old.keySet().stream().filter(id -> !fresh.containsKey(id)).forEach(id -> {
            if (rooms.leave(id).isPresent()) {
                report.applied().add("left " + id);
            }
        });
        fresh.forEach((id, settings) -> {
            RoomSettings was = old.get(id);
            if (was == null) {
                join(settings, report);
            } else if (!was.equals(settings)) {
                change(was, settings, report);
            }
        });
    }

    private void join(RoomSettings settings, ConfigReload.Report report) {
        if (access.hasKey(settings.keyName())
                && rooms.open(settings, access.gateway(), access.key(settings.keyName()), (state, detail) -> {})) {
            report.applied().add("joining " + settings.id());
        } else {
            change(settings, settings, report);
        }
    }

    private void change(RoomSettings was, RoomSettings settings, ConfigReload.Report report) {
        rooms.running(settings.id()).ifPresent(room -> {
            room.configure(settings);
            report.applied().add("changed " + settings.id());
        });
        if (!was.joinsAs(settings)) {
            report.restart().add("who the bot is in " + settings.id());
        }
    }

    private static Map<RoomId, RoomSettings> settings(BotConfig config) {
        Map<RoomId, RoomSettings> settings = new LinkedHashMap<>();
        config.rooms().forEach(room -> settings.put(new RoomId(room.id()), RoomSettings.of(room, config)));
        return settings;
    }
}
