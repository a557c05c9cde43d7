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
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** All that one load of a plugin has of the host, and all that it registered there; it ends as one. */
final class HostedPluginContext implements PluginContext {

    private final String id;
    private final Section section;
    private final Map<Class<?>, Object> services;
    private final Messages messages;
    private final PluginScheduler scheduler;
    private final HandlerRegistrar.Handlers handlers;
    private final Lease lease;
    private final Map<Class<? extends Record>, Record> configs = new ConcurrentHashMap<>();

    /** @param services by their type, each already under the lease */
    HostedPluginContext(
            String id,
            Section section,
            Map<Class<?>, Object> services,
            Messages messages,
            PluginScheduler scheduler,
            HandlerRegistrar.Handlers handlers,
            Lease lease) {
        this.id = id;
        this.section = section;
        this.services = services;
        this.messages = messages;
        this.scheduler = scheduler;
        this.handlers = handlers;
        this.lease = lease;
    }

    @Override
    public String id() {
        lease.check();
        return id;
    }

    @Override
    public Registration register(Object handler) {
        lease.check();
        try {
            return handlers.register(handler);
        } catch (IllegalArgumentException e) {
            throw new HandlerFaults(e);
        }
    }

    @Override
    public <T> Registration convert(Class<T> type, Converter<T> converter) {
        lease.check();
        return handlers.convert(type, converter);
    }

    @Override
    public <T extends Record> T config(Class<T> type) {
        lease.check();
        try {
            T config = section.as(type);
            configs.put(type, config);
            return config;
        } catch (ConfigException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public CommandCatalog commands() {
        return service(CommandCatalog.class);
    }

    @Override
    public Rooms rooms() {
        return service(Rooms.class);
    }

    @Override
    public KeyValueStore store() {
        return service(KeyValueStore.class);
    }

    @Override
    public Tables tables() {
        return service(Tables.class);
    }

    @Override
    public Messages messages() {
        lease.check();
        return messages;
    }

    @Override
    public Scheduler scheduler() {
        lease.check();
        return scheduler;
    }

    private <T> T service(Class<T> type) {
        lease.check();
        return Objects.requireNonNull(type.cast(services.get(type)), "the host does not offer " + type);
    }

    /**
     * Called when the plugin has started.
     *
     * @throws ConfigException when it has no use for the keys of its section
     */
    void checkSection() {
        if (configs.isEmpty()) {
            section.as(NoSettings.class);
        }
    }

    /**
     * Whether {@code next} would give the plugin something else than it has been given.
     *
     * @throws ConfigException when it could not be read as the plugin reads it
     */
    boolean differs(Section next) {
        if (configs.isEmpty()) {
            next.as(NoSettings.class);
            return false;
        }
        return configs.entrySet().stream()
                .anyMatch(config -> !next.as(config.getKey()).equals(config.getValue()));
    }

    private record NoSettings() {}

    /** Ends the lease, timers and threads, waiting so long for them; the handlers have their own end. */
    void release(Duration limit) {
        lease.end();
        scheduler.close(limit);
    }
}
