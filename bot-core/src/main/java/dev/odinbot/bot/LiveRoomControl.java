package dev.odinbot.bot;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.RoomControl;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.text.Text;
import dev.odinbot.bot.room.BotRoom;
import dev.odinbot.bot.room.BotRooms;
import dev.odinbot.bot.room.RoomSetting;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.text.MessageBundles;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Joins, leaves and changes rooms while the bot runs. */
final class LiveRoomControl implements RoomControl {

    private final BotRooms rooms;
    private final RoomAccess access;
    private final CurrentConfig config;

    @Inject
    LiveRoomControl(BotRooms rooms, RoomAccess access, CurrentConfig config) {
        this.rooms = rooms;
        this.access = access;
        this.config = config;
    }

    @Override
    public List<RoomStatus> all() {
        return rooms.running().stream()
                .sorted(Comparator.comparing(room -> room.id().value()))
                .map(room -> new RoomStatus(
                        room.id(),
                        room.odin().state().name().toLowerCase(Locale.ROOT),
                        room.odin().peers().size()))
                .toList();
    }

    @Override
    public CompletionStage<Outcome> join(RoomId room, String key) {
        if (room.value().isBlank()) {
            return refused(Text.key("host.room.name"));
        }
        Optional<Text> unusable = access.unusable(key);
        if (unusable.isPresent()) {
            return refused(unusable.get());
        }
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        CompletableFuture<BotRoom> opened = new CompletableFuture<>();
        Optional<BotRoom> begun = rooms.open(
                configured(room, key).in(config.now()),
                access.gateway(),
                access.key(key),
                (state, detail) -> judge(room, state, detail, outcome, opened));
        if (begun.isEmpty()) {
            return refused(Text.key("host.room.already", room));
        }
        opened.complete(begun.get());
        CompletionStage<Void> left = begun.get().closed();
        left.thenRun(() -> outcome.complete(Outcome.refused(Text.key("host.room.left-before", room))));
        return outcome;
    }

    /** What config.yml says of the room, if it names it; it may have been left before. */
    private RoomConfig configured(RoomId room, String key) {
        Optional<RoomConfig> named = config.now().rooms().stream()
                .filter(known -> known.id().equals(room.value()))
                .findFirst();
        return named.map(known -> known.withKey(key)).orElseGet(() -> RoomConfig.plain(room.value(), key));
    }

    private void judge(
            RoomId room,
            OdinRoom.State state,
            String detail,
            CompletableFuture<Outcome> outcome,
            CompletionStage<BotRoom> opened) {
        if (state == OdinRoom.State.JOINED) {
            outcome.complete(Outcome.done(Text.key("host.room.joined", room)));
        } else if (outcome.complete(Outcome.refused(Text.key("host.room.not-joined", room, detail)))) {
            opened.thenAccept(rooms::leave);
        }
    }

    @Override
    public CompletionStage<Outcome> leave(RoomId room) {
        return rooms.leave(room)
                .map(left -> left.thenApply(done -> Outcome.done(Text.key("host.room.left", room))))
                .orElseGet(() -> refused(notThere(room)));
    }

    @Override
    public List<String> settings() {
        return RoomSetting.keys();
    }

    @Override
    public String setting(RoomId room, String name) {
        BotRoom running = rooms.running(room)
                .orElseThrow(() -> new IllegalArgumentException(MessageBundles.english(notThere(room))));
        return RoomSetting.find(name)
                .orElseThrow(() -> new IllegalArgumentException(MessageBundles.english(noSetting())))
                .of(running.settings());
    }

    @Override
    public CompletionStage<Outcome> set(RoomId room, String name, String value) {
        Optional<BotRoom> running = rooms.running(room);
        Optional<RoomSetting> setting = RoomSetting.find(name);
        if (running.isEmpty() || setting.isEmpty()) {
            return refused(running.isEmpty() ? notThere(room) : noSetting());
        }
        Optional<Text> problem =
                value.isEmpty() ? Optional.empty() : setting.get().problem(value);
        return problem.isPresent()
                ? refused(problem.get())
                : set(running.get(), setting.get(), value.isEmpty() ? Optional.empty() : Optional.of(value));
    }

    private static CompletionStage<Outcome> set(BotRoom room, RoomSetting setting, Optional<String> wanted) {
        CompletionStage<Void> kept = room.set(setting, wanted);
        String value = setting.of(room.settings());
        return kept.handle((done, failure) -> Outcome.done(
                failure == null
                        ? Text.key("host.setting.set", setting.key(), room.id(), value)
                        : Text.key("host.setting.unstored", setting.key(), room.id(), value, reason(failure))));
    }

    private static String reason(Throwable failure) {
        return String.valueOf(
                failure.getCause() == null
                        ? failure.getMessage()
                        : failure.getCause().getMessage());
    }

    private static Text notThere(RoomId room) {
        return Text.key("host.room.not-there", room);
    }

    private static Text noSetting() {
        return Text.key("host.setting.unknown", String.join(", ", RoomSetting.keys()));
    }

    private static CompletionStage<Outcome> refused(Text reason) {
        return CompletableFuture.completedFuture(Outcome.refused(reason));
    }
}
