package dev.odinbot.command;

import dev.odinbot.text.MessageBundles;
import jakarta.inject.Inject;
import java.util.Optional;

/** The commands that are there without any plugin; in the catalogue as those of a plugin {@code bot}. */
final class BuiltInCommands {

    static final String PLUGIN = "bot";

    @Inject
    BuiltInCommands(CommandRegistry registry, CommandAccess access, MessageBundles messages) {
        PluginCommands commands = registry.open(PLUGIN, messages);
        commands.register(new HelpCommand(registry, messages));
        commands.register(new WhyCommand(registry, access, messages));
        commands.publish(Optional.empty());
    }
}
