package dev.odinbot.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import dev.odinbot.api.command.CommandCatalog;

/** The plugins of the folder. Needs a {@link PluginsConfig}, a {@link CommandCatalog} and a {@link HandlerRegistrar}. */
public final class PluginModule extends AbstractModule {

    @Override
    protected void configure() {
        requireBinding(PluginsConfig.class);
        requireBinding(CommandCatalog.class);
        requireBinding(HandlerRegistrar.class);
        bind(PluginHost.class).to(JarPluginHost.class).in(Singleton.class);
    }
}
