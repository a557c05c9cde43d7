package dev.odinbot.store;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import dev.odinbot.permission.PermissionStore;
import dev.odinbot.plugin.PluginStorage;
import dev.odinbot.plugin.PluginSwitchStore;
import dev.odinbot.settings.RoomSettingsStore;
import dev.odinbot.time.Ticker;

/** The database behind the features' stores. Needs a {@link StoreConfig} and a {@link Ticker}. */
public final class StoreModule extends AbstractModule {

    @Override
    protected void configure() {
        requireBinding(StoreConfig.class);
        requireBinding(Ticker.class);
        bind(Database.class).asEagerSingleton();
        bind(PermissionStore.class).to(SqlPermissions.class).in(Singleton.class);
        bind(PluginSwitchStore.class).to(SqlPluginSwitches.class).in(Singleton.class);
        bind(PluginStorage.class).to(SqlPluginStorage.class).in(Singleton.class);
        bind(RoomSettingsStore.class).to(SqlRoomSettings.class).in(Singleton.class);
    }
}
