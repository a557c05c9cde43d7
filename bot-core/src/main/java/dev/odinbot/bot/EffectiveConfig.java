package dev.odinbot.bot;

import dev.odinbot.player.PlayerConfig;
import dev.odinbot.plugin.PluginsConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What of a config that was read again holds before the next restart. */
final class EffectiveConfig {

    private EffectiveConfig() {}

    /** {@code next}, but what only a restart can change is as in {@code running}. A new room whose key is new too is left out. */
    static BotConfig of(BotConfig running, BotConfig next) {
        return new BotConfig(
                running.odin(),
                identity(running.bot(), next.bot()),
                rooms(running, next),
                new PlayerConfig(
                        running.audio().library(),
                        next.audio().volume(),
                        running.audio().http()),
                running.localServer(),
                running.storage(),
                next.permissions(),
                next.commands(),
                next.chat(),
                new PluginsConfig(
                        running.plugins().folder(),
                        running.plugins().watch(),
                        next.plugins().sections()));
    }

    /** The rooms know the bot by its name, picture and user id as it came in. */
    private static IdentityConfig identity(IdentityConfig running, IdentityConfig next) {
        return new IdentityConfig(
                running.name(), running.userId(), running.avatar(), next.prefix(), next.locale(), next.greeting());
    }

    private static List<RoomConfig> rooms(BotConfig running, BotConfig next) {
        Map<String, RoomConfig> before =
                running.rooms().stream().collect(Collectors.toMap(RoomConfig::id, Function.identity()));
        return next.rooms().stream()
                .map(room -> Optional.ofNullable(before.get(room.id()))
                        .map(room::joinedAs)
                        .orElse(room))
                .filter(room -> running.odin().keys().containsKey(room.key()))
                .toList();
    }
}
