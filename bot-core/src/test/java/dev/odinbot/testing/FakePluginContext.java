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
import dev.odinbot.command.CommandRegistry;
import dev.odinbot.config.Section;
import java.util.List;

/** The context of a plugin in a {@link FakeRoom}. */
final class FakePluginContext implements PluginContext {

    private final String id;
    private final CommandRegistry commands;
    private final List<Record> configs;

    FakePluginContext(String id, CommandRegistry commands, List<Record> configs) {
        this.id = id;
        this.commands = commands;
        this.configs = configs;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Registration register(Object handler) {
        return commands.register(id, handler)::close;
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
    public <T> Registration convert(Class<T> type, Converter<T> converter) {
        throw new UnsupportedOperationException("not yet");
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

    @Override
    public CommandCatalog commands() {
        return commands;
    }
}
