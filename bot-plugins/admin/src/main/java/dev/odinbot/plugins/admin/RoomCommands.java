package dev.odinbot.plugins.admin;

import dev.odinbot.api.Default;
import dev.odinbot.api.admin.RoomControl;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.text.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Which rooms the bot is in, and how. */
final class RoomCommands {

    private static final int MAX_NAME = 60;

    /** Typed instead of a value: as config.yml says again. */
    private static final String AS_CONFIGURED = "default";

    private final RoomControl rooms;
    private final Words words;
    private final Answer answer;

    RoomCommands(RoomControl rooms, Words words, Answer answer) {
        this.rooms = rooms;
        this.words = words;
        this.answer = answer;
    }

    @Command("rooms")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Lists the rooms that the bot is in.")
    Reply list(Room room) {
        return Reply.of(rooms.all().stream()
                .map(status -> words.of(room, "rooms.line", name(status.id().value()), status.state(), status.peers()))
                .collect(Collectors.joining("\n")));
    }

    @Command("rooms join <room> [key]")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Takes the bot into a room, with the access key of that name in odin.keys.")
    @Example({"rooms join Hall", "rooms join \"Blue Hall\" second"})
    CompletionStage<Reply> join(Room here, String room, @Default("default") String key) {
        return answer.of(here, rooms.join(new RoomId(room), key));
    }

    @Command("rooms leave <room>")
    @Permission(grantedTo = Permission.OWNER)
    @Description("Takes the bot out of a room.")
    CompletionStage<Reply> leave(Room here, String room) {
        return answer.of(here, rooms.leave(new RoomId(room)));
    }

    @Command("set [name] [value]")
    @Permission(grantedTo = Permission.OWNER)
    @Description(
            "Shows or changes a setting of this room: prefix, locale or volume; \"default\" is what config.yml says.")
    @Example({"set", "set prefix ?", "set locale de", "set volume default"})
    CompletionStage<Reply> set(Room room, Optional<String> name, @Rest Optional<String> value) {
        List<String> settings = rooms.settings();
        if (name.isEmpty()) {
            return CompletableFuture.completedFuture(Reply.of(
                    settings.stream().map(setting -> line(room, setting)).collect(Collectors.joining("\n"))));
        }
        if (!settings.contains(name.get())) {
            return CompletableFuture.completedFuture(
                    Reply.key("set.unknown", name(name.get()), String.join(", ", settings)));
        }
        if (value.isEmpty()) {
            return CompletableFuture.completedFuture(Reply.of(line(room, name.get())));
        }
        String wanted = value.get().equals(AS_CONFIGURED) ? "" : value.get();
        return answer.of(room, rooms.set(room.id(), name.get(), wanted));
    }

    private String line(Room room, String setting) {
        return setting + ": " + rooms.setting(room.id(), setting);
    }

    private static String name(String name) {
        return PlainText.line(name, MAX_NAME);
    }
}
