package dev.odinbot.bot;

import dev.odinbot.bot.room.ChatCodec;
import dev.odinbot.command.CommandRegistry;
import dev.odinbot.listener.ListenerRegistry;
import dev.odinbot.plugin.HandlerRegistrar;

/** What the test kit does as the bot does it; nothing for others. */
public final class KitBot {

    private KitBot() {}

    public static HandlerRegistrar registrar(CommandRegistry commands, ListenerRegistry listeners) {
        return new PluginHandlers(commands, listeners);
    }

    /** The bytes of a line as a client sends it. */
    public static byte[] message(String line) {
        return ChatCodec.encode(line, ChatCodec.Form.PLAIN);
    }
}
