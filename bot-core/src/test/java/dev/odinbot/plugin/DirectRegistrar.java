package dev.odinbot.plugin;

import dev.odinbot.api.Registration;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.text.Messages;
import dev.odinbot.command.CommandRegistry;
import dev.odinbot.command.PluginCommands;
import java.util.Optional;

/** Handlers straight into the command registry. */
record DirectRegistrar(CommandRegistry commands) implements HandlerRegistrar {

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
