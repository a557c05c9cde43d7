package dev.odinbot.testing;

import dev.odinbot.api.PluginContext;
import dev.odinbot.api.command.CommandCatalog;
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
    public void register(Object handler) {
        commands.register(id, handler);
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
        return commands;
    }
}
