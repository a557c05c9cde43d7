package dev.odinbot.bot.room;

import dev.odinbot.command.CommandRegistry;
import dev.odinbot.command.PluginCommands;
import dev.odinbot.text.MessageBundles;
import jakarta.inject.Inject;
import java.util.Optional;

/** The commands that need rooms and not a plugin; in the catalogue as those of {@code bot}, as are those of {@code command}. */
final class OwnCommands {

    @Inject
    OwnCommands(CommandRegistry registry, MoreCommand more) {
        PluginCommands commands = registry.open("bot", MessageBundles.beside(OwnCommands.class));
        commands.register(more);
        commands.publish(Optional.empty());
    }
}
