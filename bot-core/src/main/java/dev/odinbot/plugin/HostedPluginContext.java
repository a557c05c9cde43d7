package dev.odinbot.plugin;

import dev.odinbot.api.PluginContext;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.config.ConfigException;
import dev.odinbot.config.Section;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a plugin registered, so that it all goes when the plugin does. */
final class HostedPluginContext implements PluginContext {

    private final String id;
    private final Section section;
    private final CommandCatalog catalog;
    private final CommandRegistrar registrar;
    private final List<CommandRegistrar.Registration> registrations = new ArrayList<>();
    private volatile boolean asked;
    private boolean released;

    HostedPluginContext(String id, Section section, CommandCatalog catalog, CommandRegistrar registrar) {
        this.id = id;
        this.section = section;
        this.catalog = catalog;
        this.registrar = registrar;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public synchronized void register(Object handler) {
        if (released) {
            throw new IllegalStateException("Plugin " + id + " is stopped and can register nothing more");
        }
        registrations.add(registrar.register(id, handler));
    }

    @Override
    public <T extends Record> T config(Class<T> type) {
        asked = true;
        try {
            return section.as(type);
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public CommandCatalog commands() {
        return catalog;
    }

    /**
     * Called when the plugin has started.
     *
     * @throws ConfigException when it has no use for the keys of its section
     */
    void checkSection() {
        if (!asked) {
            section.as(NoSettings.class);
        }
    }

    private record NoSettings() {}

    synchronized void release() {
        released = true;
        registrations.forEach(CommandRegistrar.Registration::remove);
        registrations.clear();
    }
}
