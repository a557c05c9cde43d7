package dev.odinbot.plugin;

import dev.odinbot.api.PluginContext;
import dev.odinbot.api.Registration;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.room.Rooms;
import dev.odinbot.api.storage.KeyValueStore;
import dev.odinbot.api.storage.Tables;
import dev.odinbot.api.text.Messages;
import dev.odinbot.config.ConfigException;
import dev.odinbot.config.Section;

/** Remembers what a plugin registered, so that it all goes when the plugin does. */
final class HostedPluginContext implements PluginContext {

    private final String id;
    private final Section section;
    private final CommandCatalog catalog;
    private final HandlerRegistrar.Handlers handlers;
    private volatile boolean asked;
    private boolean released;

    HostedPluginContext(String id, Section section, CommandCatalog catalog, HandlerRegistrar.Handlers handlers) {
        this.id = id;
        this.section = section;
        this.catalog = catalog;
        this.handlers = handlers;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public synchronized Registration register(Object handler) {
        if (released) {
            throw new IllegalStateException("Plugin " + id + " is stopped and can register nothing more");
        }
        return handlers.register(handler);
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

    @Override
    public <T> Registration convert(Class<T> type, Converter<T> converter) {
        return handlers.convert(type, converter);
    }

    @Override
    public Rooms rooms() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public Messages messages() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public Scheduler scheduler() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public KeyValueStore store() {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public Tables tables() {
        throw new UnsupportedOperationException("not yet");
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
        handlers.close();
    }
}
