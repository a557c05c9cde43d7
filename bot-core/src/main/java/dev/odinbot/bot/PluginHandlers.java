package dev.odinbot.bot;

import dev.odinbot.api.Registration;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.text.Messages;
import dev.odinbot.command.CommandRegistry;
import dev.odinbot.command.PluginCommands;
import dev.odinbot.plugin.HandlerRegistrar;
import java.util.Optional;

/** Gives plugins' handlers to the registry of commands and to that of listeners. */
final class PluginHandlers implements HandlerRegistrar {

    private final CommandRegistry commands;

    PluginHandlers(CommandRegistry commands) {
        this.commands = commands;
    }

    @Override
    public Handlers open(String plugin, Messages messages, Scheduler scheduler) {
        return new Opened(commands.open(plugin, messages));
    }

    private record Opened(PluginCommands commands) implements Handlers {

        @Override
        public Registration register(Object handler) {
            return commands.register(handler);
        }

        @Override
        public <T> Registration convert(Class<T> type, Converter<T> converter) {
            return commands.convert(type, converter);
        }

        @Override
        public void publish(Optional<Handlers> replaced) {
            commands.publish(replaced.map(handlers -> ((Opened) handlers).commands));
        }

        @Override
        public void close() {
            commands.close();
        }
    }
}
