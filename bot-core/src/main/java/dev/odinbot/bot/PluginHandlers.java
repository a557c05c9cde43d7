package dev.odinbot.bot;

import dev.odinbot.api.Registration;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.text.Messages;
import dev.odinbot.command.CommandRegistry;
import dev.odinbot.command.PluginCommands;
import dev.odinbot.listener.ListenerRegistry;
import dev.odinbot.listener.PluginListeners;
import dev.odinbot.plugin.HandlerRegistrar;
import jakarta.inject.Inject;
import java.util.Optional;

/** Gives plugins' handlers to the registry of commands and to that of listeners. */
final class PluginHandlers implements HandlerRegistrar {

    private final CommandRegistry commands;
    private final ListenerRegistry listeners;

    @Inject
    PluginHandlers(CommandRegistry commands, ListenerRegistry listeners) {
        this.commands = commands;
        this.listeners = listeners;
    }

    @Override
    public Handlers open(String plugin, Messages messages, Scheduler scheduler) {
        return new Opened(commands.open(plugin, messages), listeners.open(plugin, messages, scheduler));
    }

    private record Opened(PluginCommands commands, PluginListeners listeners) implements Handlers {

        /** The commands first: they are read by the rules of listeners too, and with all faults of both. */
        @Override
        public Registration register(Object handler) {
            Registration ofCommands = commands.register(handler);
            try {
                Registration ofListeners = listeners.register(handler);
                return () -> {
                    ofCommands.close();
                    ofListeners.close();
                };
            } catch (RuntimeException e) {
                ofCommands.close();
                throw e;
            }
        }

        @Override
        public <T> Registration convert(Class<T> type, Converter<T> converter) {
            return commands.convert(type, converter);
        }

        /** Of both in one moment: what a new command does is not told to an old listener, nor the other way round. */
        @Override
        public void publish(Optional<Handlers> replaced) {
            listeners.publish(
                    replaced.map(handlers -> ((Opened) handlers).listeners),
                    () -> commands.publish(replaced.map(handlers -> ((Opened) handlers).commands)));
        }

        @Override
        public void close() {
            commands.close();
            listeners.close();
        }
    }
}
