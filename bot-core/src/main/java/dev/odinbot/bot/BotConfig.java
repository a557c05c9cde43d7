package dev.odinbot.bot;

import dev.odinbot.api.Default;
import dev.odinbot.http.HttpConfig;
import dev.odinbot.player.PlayerConfig;
import dev.odinbot.plugin.PluginsConfig;
import java.util.List;

/** All of config.yml. */
public record BotConfig(
        OdinConfig odin,
        IdentityConfig bot,
        @Default("[]") List<RoomConfig> rooms,
        PlayerConfig audio,
        HttpConfig localServer,
        PluginsConfig plugins) {}
