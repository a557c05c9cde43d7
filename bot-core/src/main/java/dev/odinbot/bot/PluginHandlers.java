package dev.odinbot.bot;

import dev.odinbot.api.Registration;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.text.Messages;
import dev.odinbot.command.CommandRegistry;
import dev.odinbot.plugin.HandlerRegistrar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives plugins' handlers to the registry of commands and to that of listeners. */
final class PluginHandlers implements HandlerRegistrar {

    private final CommandRegistry commands;

    PluginHandlers(CommandRegistry commands) {
        this.commands = commands;
    }

    @Override
    public Handlers open(String plugin, Messages messages, Scheduler scheduler) {
        return new Handlers() {
            private final List<Registration> registrations = new ArrayList<>();

            @Override
            public Registration register(Object handler) {
                Registration registration = commands.register(plugin, handler)::close;
                registrations.add(registration);
                return registration;
            }

            @Override
            public <T> Registration convert(Class<T> type, Converter<T> converter) {
                throw new UnsupportedOperationException("not yet");
            }

            @Override
            public void publish(Optional<Handlers> replaced) {
                replaced.ifPresent(Handlers::close);
            }

            @Override
            public void close() {
                registrations.forEach(Registration::close);
            }
        };
    }
}
