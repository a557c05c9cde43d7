package dev.odinbot.command;

import dev.odinbot.api.Registration;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.text.Messages;
import dev.odinbot.command.argument.OwnConverters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The commands of one load of a plugin, which come and go as one unit. Nobody sees them before they are published. Any thread; what
 * changes is guarded by the registry's lock.
 */
public final class PluginCommands implements AutoCloseable {

    private enum State {
        OPEN,
        PUBLISHED,
        CLOSED
    }

    private final CommandRegistry registry;
    private final String plugin;
    private final Messages messages;
    private final OwnConverters converters;
    private final HandlerReader reader;
    private final List<CommandIndex.Entry> entries = new ArrayList<>();
    private State state = State.OPEN;

    PluginCommands(CommandRegistry registry, String plugin, Messages messages) {
        this.registry = registry;
        this.plugin = plugin;
        this.messages = messages;
        converters = new OwnConverters(messages);
        reader = new HandlerReader(plugin, converters, registry);
    }

    /**
     * Makes every method of {@code handler} with {@code @Command} a command; none at all when one of them does not fit.
     *
     * @throws IllegalArgumentException with every mistake in the annotated methods, each with class and method
     * @throws IllegalStateException after {@link #close}
     */
    public Registration register(Object handler) {
        List<CommandIndex.Entry> added = reader.read(handler).stream()
                .map(method -> new CommandIndex.Entry(plugin, method, messages))
                .toList();
        synchronized (registry) {
            if (state == State.CLOSED) {
                throw new IllegalStateException("Plugin " + plugin + " has been stopped");
            }
            List<CommandIndex.Entry> all = new ArrayList<>(entries);
            all.addAll(added);
            CommandRegistry.refuseSameNames(all);
            if (state == State.PUBLISHED) {
                registry.change(List.of(), added);
            }
            entries.addAll(added);
        }
        return () -> remove(added);
    }

    private void remove(List<CommandIndex.Entry> removed) {
        synchronized (registry) {
            entries.removeAll(removed);
            registry.change(removed, List.of());
        }
    }

    /**
     * Makes {@code type} an argument type of the handlers that are registered from now on.
     *
     * @throws IllegalArgumentException when the type has a converter already
     */
    public <T> Registration convert(Class<T> type, Converter<T> converter) {
        return converters.add(type, converter);
    }

    /**
     * Lets the commands be seen; those of {@code replaced} are gone in the same moment, and what short names they had go over.
     *
     * @throws IllegalStateException unless it is the first time and before {@link #close}
     * @throws IllegalArgumentException when the plugin has the same names in another unit, which stays
     */
    public void publish(Optional<PluginCommands> replaced) {
        synchronized (registry) {
            if (state != State.OPEN) {
                throw new IllegalStateException("The commands of plugin " + plugin + " are " + state);
            }
            registry.change(replaced.map(unit -> unit.entries).orElse(List.of()), entries);
            state = State.PUBLISHED;
            replaced.ifPresent(PluginCommands::end);
        }
    }

    /** Removes all of it; any number of times. */
    @Override
    public void close() {
        synchronized (registry) {
            registry.change(entries, List.of());
            end();
        }
    }

    private void end() {
        entries.clear();
        state = State.CLOSED;
    }
}
