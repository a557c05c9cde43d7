package dev.odinbot.command;

import dev.odinbot.text.MessageBundles;
import java.util.Optional;

/** Handlers as the commands of a plugin without messages. */
final class TestCommands {

    private TestCommands() {}

    static PluginCommands register(CommandRegistry registry, String plugin, Object handler) {
        PluginCommands commands = open(registry, plugin);
        commands.register(handler);
        commands.publish(Optional.empty());
        return commands;
    }

    static PluginCommands open(CommandRegistry registry, String plugin) {
        return registry.open(plugin, new MessageBundles(plugin, file -> null));
    }
}
