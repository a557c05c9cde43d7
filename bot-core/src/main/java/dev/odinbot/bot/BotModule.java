package dev.odinbot.bot;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import dev.odinbot.api.admin.Moderation;
import dev.odinbot.api.admin.Permissions;
import dev.odinbot.api.admin.Program;
import dev.odinbot.api.admin.RoomControl;
import dev.odinbot.audio.AudioModule;
import dev.odinbot.bot.room.RoomModule;
import dev.odinbot.command.CommandModule;
import dev.odinbot.http.HttpConfig;
import dev.odinbot.http.HttpModule;
import dev.odinbot.odin.client.OdinClientModule;
import dev.odinbot.odin.server.LocalServerModule;
import dev.odinbot.odin.server.RoomServerKeys;
import dev.odinbot.odin.transport.TransportModule;
import dev.odinbot.permission.PermissionModule;
import dev.odinbot.player.PlayerConfig;
import dev.odinbot.player.PlayerModule;
import dev.odinbot.plugin.HandlerRegistrar;
import dev.odinbot.plugin.PluginModule;
import dev.odinbot.plugin.PluginsConfig;
import dev.odinbot.store.StoreConfig;
import dev.odinbot.store.StoreModule;
import dev.odinbot.time.TimeModule;
import dev.odinbot.web.CommandSource;
import dev.odinbot.web.PageAccess;
import dev.odinbot.web.StatusSource;
import dev.odinbot.web.WebModule;

/** The whole program: each feature's module, its share of the config, and the seams between them. */
final class BotModule extends AbstractModule {

    private final BotConfig config;

    private final ConfigSource source;

    /**
     * @param config with the folders made absolute
     * @param source where it came from
     */
    BotModule(BotConfig config, ConfigSource source) {
        this.config = config;
        this.source = source;
    }

    @Override
    protected void configure() {
        install(new TimeModule());
        install(new TransportModule(
                config.localServer().bind(), config.localServer().udpPort()));
        install(new OdinClientModule());
        install(new HttpModule());
        install(new WebModule());
        install(new AudioModule());
        install(new PlayerModule());
        install(new CommandModule(config.commands(), config.chat()));
        install(new PermissionModule(config.permissions()));
        install(new PluginModule());
        install(new StoreModule());
        install(new RoomModule(Version.number()));
        if (config.odin().local()) {
            install(new LocalServerModule());
        }
        bind(BotConfig.class).toInstance(config);
        bind(CurrentConfig.class).toInstance(new CurrentConfig(config));
        bind(ConfigSource.class).toInstance(source);
        bind(LiveProgram.Exit.class).toInstance(() -> System.exit(0));
        bind(RoomControl.class).to(LiveRoomControl.class).in(Singleton.class);
        bind(Program.class).to(LiveProgram.class);
        bind(Moderation.class).to(GatewayModeration.class).in(Singleton.class);
        bind(HandlerRegistrar.class).to(PluginHandlers.class).in(Singleton.class);
        bind(HttpConfig.class).toInstance(config.localServer());
        bind(PlayerConfig.class).toInstance(config.audio());
        bind(StoreConfig.class).toInstance(config.storage());
        bind(PluginsConfig.class).toInstance(config.plugins());
        AccessKeys keys = AccessKeys.of(config.odin());
        bind(AccessKeys.class).toInstance(keys);
        bind(RoomServerKeys.class).toInstance(new RoomServerKeys(keys.all()));
        bind(StatusSource.class).to(RoomsStatus.class);
        bind(CommandSource.class).to(RoomCommands.class);
        bind(PageAccess.class).to(PageTickets.class);
        bind(RoomsStatus.class);
        bind(RoomCommands.class);
        bind(PageTickets.class);
        PluginModule.offer(binder(), Permissions.class);
        PluginModule.offer(binder(), RoomControl.class);
        PluginModule.offer(binder(), Program.class);
        PluginModule.offer(binder(), Moderation.class);
        bind(Foundation.class);
        bind(Bot.class).in(Singleton.class);
    }
}
