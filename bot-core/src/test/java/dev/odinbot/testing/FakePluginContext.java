package dev.odinbot.testing;

import dev.odinbot.api.PluginContext;
import dev.odinbot.api.Registration;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.room.Rooms;
import dev.odinbot.api.storage.KeyValueStore;
import dev.odinbot.api.storage.Tables;
import dev.odinbot.api.text.Messages;
import dev.odinbot.config.Section;
import dev.odinbot.plugin.HandlerRegistrar;
import java.util.List;
import java.util.Map;

/** The context of a plugin in a {@link FakeRoom}. */
final class FakePluginContext implements PluginContext {

    private final String id;
    private final List<Record> configs;
    private final HandlerRegistrar.Handlers handlers;
    private final FakeScheduler scheduler;
    private final Map<Class<?>, Object> services;

    /** @param services by their type, as constructors can have them */
    FakePluginContext(
            String id,
            List<Record> configs,
            HandlerRegistrar.Handlers handlers,
            FakeScheduler scheduler,
            Map<Class<?>, Object> services) {
        this.id = id;
        this.configs = configs;
        this.handlers = handlers;
        this.scheduler = scheduler;
        this.services = services;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Registration register(Object handler) {
        return handlers.register(handler);
    }

    @Override
    public <T> Registration convert(Class<T> type, Converter<T> converter) {
        return handlers.convert(type, converter);
    }

    @Override
    public <T extends Record> T config(Class<T> type) {
        return configs.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseGet(() -> Section.empty().as(type));
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
    public Messages messages() {
        return service(Messages.class);
    }

    @Override
    public Scheduler scheduler() {
        return scheduler;
    }

    @Override
    public KeyValueStore store() {
        return service(KeyValueStore.class);
    }

    @Override
    public Tables tables() {
        return service(Tables.class);
    }

    private <T> T service(Class<T> type) {
        return type.cast(services.get(type));
    }

    void close() {
        handlers.close();
        scheduler.close();
    }
}
