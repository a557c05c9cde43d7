package dev.odinbot.bot;

import dev.odinbot.command.CommandRegistry;
import dev.odinbot.listener.ListenerRegistry;
import dev.odinbot.plugin.HandlerRegistrar;

/** Lets the test kit register handlers as the bot does; nothing for others. */
public final class KitHandlers {

    private KitHandlers() {}

    public static HandlerRegistrar registrar(CommandRegistry commands, ListenerRegistry listeners) {
        return new PluginHandlers(commands, listeners);
    }
}
