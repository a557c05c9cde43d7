package dev.odinbot.command;

import dev.odinbot.text.MessageBundles;
import jakarta.inject.Inject;

/** The commands that are there without any plugin; in the catalogue as those of a plugin {@code bot}. */
final class BuiltInCommands {

    static final String PLUGIN = "bot";

    @Inject
    BuiltInCommands(CommandRegistry registry, MessageBundles messages) {
        registry.register(PLUGIN, new HelpCommand(registry, messages));
        registry.register(PLUGIN, new WhyCommand(registry, messages));
    }
}
