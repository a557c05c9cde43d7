package dev.odinbot.bot;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.text.Text;
import dev.odinbot.bot.room.BotRoom;
import dev.odinbot.bot.room.BotRooms;
import dev.odinbot.bot.room.RoomSettings;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings the rooms in line with another config; those that were joined while running stay. */
final class RoomsReload {

    private final BotRooms rooms;
    private final RoomAccess access;

    @Inject
    RoomsReload(BotRooms rooms, RoomAccess access) {
        this.rooms = rooms;
        this.access = access;
    }

    /**
     * Leaves, joins and changes rooms.
     *
     * @param after with the keys of {@code before}, and who the bot is in a room as before
     * @return the rooms as they are configured now: where a step failed as before, so that the next reload tries it again
     */
    List<RoomConfig> apply(BotConfig before, BotConfig after, ReloadReport report) {
        Map<String, RoomConfig> old = new HashMap<>();
        before.rooms().forEach(room -> old.put(room.id(), room));
        List<RoomConfig> now = new ArrayList<>();
        for (RoomConfig room : after.rooms()) {
            Optional<RoomConfig> was = Optional.ofNullable(old.remove(room.id()));
            if (applied(room, was, before, after, report)) {
                now.add(room);
            } else {
                was.ifPresent(now::add);
            }
        }
        for (RoomConfig gone : old.values()) {
            if (!report.done(Text.key("host.reload.leaving", gone.id()), () -> leave(gone, report))) {
                now.add(gone);
            }
        }
        changeOthers(now, after, report);
        return List.copyOf(now);
    }

    private boolean applied(
            RoomConfig room, Optional<RoomConfig> was, BotConfig before, BotConfig after, ReloadReport report) {
        RoomSettings settings = room.in(after);
        if (was.isEmpty()) {
            return report.done(Text.key("host.reload.joining", room.id()), () -> join(settings, report));
        }
        return settings.equals(was.get().in(before))
                || report.done(Text.of("rooms[" + room.id() + "]"), () -> change(settings));
    }

    private void leave(RoomConfig room, ReloadReport report) {
        if (rooms.leave(new RoomId(room.id())).isPresent()) {
            report.applied(Text.key("host.reload.left", room.id()));
        }
    }

    private void join(RoomSettings settings, ReloadReport report) {
        if (rooms.open(settings, access.gateway(), access.key(settings.keyName()), (state, detail) -> {})
                .isPresent()) {
            report.applied(Text.key("host.reload.joining", settings.id()));
            return;
        }
        report.applied(Text.of("rooms[" + settings.id() + "]")); // somebody had the bot join it
        rooms.running(settings.id())
                .filter(room -> !room.settings().joinsAs(settings))
                .ifPresent(room -> report.needsRestart(Text.key("host.reload.identity", settings.id())));
        change(settings);
    }

    private void change(RoomSettings settings) {
        rooms.running(settings.id()).ifPresent(room -> room.configure(settings));
    }

    /** In rooms that no config names what is said of all rooms holds too. */
    private void changeOthers(List<RoomConfig> configured, BotConfig after, ReloadReport report) {
        for (BotRoom room : rooms.running()) {
            String id = room.id().value();
            if (configured.stream().noneMatch(known -> known.id().equals(id))) {
                String key = room.settings().keyName();
                report.done(
                        Text.key("host.reload.common", id),
                        () -> room.configure(RoomConfig.plain(id, key).in(after)));
            }
        }
    }
}
