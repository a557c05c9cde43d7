package dev.odinbot.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Binder;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import dev.odinbot.api.admin.Plugins;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.room.Rooms;
import java.time.Clock;

/**
 * The plugins of the folder. Needs a {@link PluginsConfig}, a {@link HandlerRegistrar}, the stores of this package, and what it offers to
 * plugins.
 */
public final class PluginModule extends AbstractModule {

    @Override
    protected void configure() {
        requireBinding(PluginsConfig.class);
        requireBinding(HandlerRegistrar.class);
        requireBinding(PluginStorage.class);
        requireBinding(PluginSwitchStore.class);
        bind(Patience.class).toInstance(Patience.USUAL);
        bind(LivePlugins.class).in(Singleton.class);
        bind(PluginHost.class).to(LivePlugins.class);
        bind(Plugins.class).to(LivePlugins.class);
        offer(binder(), CommandCatalog.class);
        offer(binder(), Rooms.class);
        offer(binder(), Clock.class);
        offer(binder(), Plugins.class);
    }

    /** Lets the constructors of plugins ask for a service of the host, which must be bound. */
    public static <T> void offer(Binder binder, Class<T> service) {
        MapBinder.newMapBinder(binder, new TypeLiteral<Class<?>>() {}, TypeLiteral.get(Object.class))
                .addBinding(service)
                .to(service);
    }
}
