package dev.odinbot.testing;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.RoomControl;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Opens and leaves fake rooms, and sets what can be set in them; there is one access key, {@code default}. */
public final class FakeRoomControl implements RoomControl {

    private final FakeHost host;

    FakeRoomControl(FakeHost host) {
        this.host = host;
    }

    @Override
    public List<RoomStatus> all() {
        return host.rooms().stream()
                .map(room -> new RoomStatus(room.id(), "joined", room.peers().size()))
                .toList();
    }

    @Override
    public CompletionStage<Outcome> join(RoomId room, String key) {
        if (!key.equals("default")) {
            return refused("odin.keys has no key " + key + ".");
        }
        if (host.room(room).isPresent()) {
            return refused("The bot is in " + room + " already.");
        }
        host.open(new FakeRoom(host, room, "!"));
        return done("Joined " + room + ".");
    }

    @Override
    public CompletionStage<Outcome> leave(RoomId room) {
        return host.leave(room) ? done("Left " + room + ".") : refused("The bot is not in " + room + ".");
    }

    @Override
    public List<String> settings() {
        return List.of("locale", "prefix", "volume");
    }

    @Override
    public String setting(RoomId id, String name) {
        FakeRoom room = host.room(id).orElseThrow(() -> new IllegalArgumentException("There is no room " + id));
        return switch (name) {
            case "locale" -> room.locale().toLanguageTag();
            case "prefix" -> room.prefix();
            case "volume" -> Integer.toString(room.player().volume());
            default -> throw new IllegalArgumentException("There is no setting " + name);
        };
    }

    @Override
    public CompletionStage<Outcome> set(RoomId id, String name, String value) {
        FakeRoom room = host.room(id).orElseThrow(() -> new IllegalArgumentException("There is no room " + id));
        switch (name) {
            case "locale" -> room.setLocale(value.isEmpty() ? Locale.ENGLISH : Locale.forLanguageTag(value));
            case "prefix" -> room.setPrefix(value.isEmpty() ? "!" : value);
            case "volume" -> room.player().volume(value.isEmpty() ? 100 : Integer.parseInt(value));
            default -> throw new IllegalArgumentException("There is no setting " + name);
        }
        return done(name + " is now " + setting(id, name) + ".");
    }

    private static CompletionStage<Outcome> done(String detail) {
        return CompletableFuture.completedFuture(Outcome.done(Text.of(detail)));
    }

    private static CompletionStage<Outcome> refused(String reason) {
        return CompletableFuture.completedFuture(Outcome.refused(Text.of(reason)));
    }
}
