package dev.odinbot.bot;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.Text;
import dev.odinbot.bot.room.BotRooms;
import dev.odinbot.http.HttpServer;
import dev.odinbot.odin.client.GatewayCommands;
import dev.odinbot.odin.token.AccessKey;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** By which gateway and with which key the bot gets at a room. Any thread. */
@Singleton
final class RoomAccess {

    private final CurrentConfig config;
    private final AccessKeys keys;
    private final Provider<HttpServer> http;
    private final BotRooms rooms;

    @Inject
    RoomAccess(CurrentConfig config, AccessKeys keys, Provider<HttpServer> http, BotRooms rooms) {
        this.config = config;
        this.keys = keys;
        this.http = http;
        this.rooms = rooms;
    }

    /** {@code local} is the embedded server, reached like any other: over a socket. */
    URI gateway() {
        OdinConfig odin = config.now().odin();
        return odin.local() ? http.get().page() : URI.create(odin.gateway());
    }

    AccessKey key(String name) {
        return keys.get(name);
    }

    boolean hasKey(String name) {
        return keys.names().contains(name);
    }

    /** Why no room can be joined with that key, as a sentence; empty when one can. */
    Optional<Text> unusable(String keyName) {
        if (!hasKey(keyName)) {
            // Not the name itself: it may be an access key in the wrong place.
            String names = keys.names().stream().map(OdinConfig::shown).collect(Collectors.joining(", "));
            return Optional.of(names.isEmpty() ? Text.key("host.key.none") : Text.key("host.key.unknown", names));
        }
        return keys.generated(keyName) && !config.now().odin().local()
                ? Optional.of(Text.key("host.key.empty", OdinConfig.shown(keyName)))
                : Optional.empty();
    }

    List<String> keyNames() {
        return keys.names();
    }

    UserId ownUser() {
        return new UserId(config.now().bot().userId());
    }

    /** The name of the key of a room that the bot is in, or that config.yml names; of any room when there is only one key. */
    Optional<String> keyName(RoomId room) {
        return rooms.running(room)
                .map(running -> running.settings().keyName())
                .or(() -> config.now().rooms().stream()
                        .filter(configured -> configured.id().equals(room.value()))
                        .map(RoomConfig::key)
                        .findFirst())
                .or(() -> keys.names().size() == 1 ? Optional.of(keys.names().get(0)) : Optional.empty());
    }

    Optional<GatewayCommands.Authority> authority(RoomId room) {
        return keyName(room).map(name -> new GatewayCommands.Authority(gateway(), keys.get(name), ownUser()));
    }
}
