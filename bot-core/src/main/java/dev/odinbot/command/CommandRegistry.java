package dev.odinbot.command;

import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.config.Nearest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands there are now. Any thread; a look-up sees either all or none of a handler's commands.
 *
 * <p>Every command answers to {@code plugin:name}; its short name and its aliases go to the plugin that registered them
 * first, and pass on when that one leaves.
 */
@Singleton
public final class CommandRegistry implements CommandCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(CommandRegistry.class);

    /** Anything is near a name of one or two letters. */
    private static final int MIN_SUGGESTED = 3;

    private static final int MAX_TYPED = 40;

    private final HandlerReader reader = new HandlerReader(this);
    private volatile CommandIndex index = CommandIndex.of(List.of());

    @Inject
    public CommandRegistry() {}

    /**
     * Makes every annotated method of {@code handler} a command of {@code plugin}.
     *
     * @throws IllegalArgumentException when the handler has no commands, or with every mistake in their signatures, each
     *     with class and method
     */
    public CommandRegistration register(String plugin, Object handler) {
        List<CommandIndex.Entry> added = reader.read(handler).stream()
                .map(method -> new CommandIndex.Entry(plugin, method))
                .toList();
        synchronized (this) {
            List<CommandIndex.Entry> entries = new ArrayList<>(index.entries());
            entries.addAll(added);
            refuseSameNames(plugin, entries, handler);
            index = CommandIndex.of(entries);
            added.forEach(this::warnOfTakenNames);
        }
        return () -> remove(added);
    }

    private static void refuseSameNames(String plugin, List<CommandIndex.Entry> entries, Object handler) {
        Set<String> seen = new HashSet<>();
        for (CommandIndex.Entry entry : entries) {
            for (String name : entry.plugin().equals(plugin) ? entry.method().names() : List.<String>of()) {
                if (!seen.add(name)) {
                    throw new IllegalArgumentException(handler.getClass().getName() + ": plugin " + plugin
                            + " has more than one command or alias '" + name + "'");
                }
            }
        }
    }

    private void warnOfTakenNames(CommandIndex.Entry added) {
        for (String name : added.method().names()) {
            CommandIndex.Listed owner = index.find(name).orElseThrow();
            if (!owner.method().equals(added.method())) {
                LOG.warn(
                        "Command {} of plugin {} answers only to {}: plugin {} was first",
                        name,
                        added.plugin(),
                        added.qualified(name),
                        owner.info().plugin());
            }
        }
    }

    private synchronized void remove(List<CommandIndex.Entry> removed) {
        index = CommandIndex.of(index.entries().stream()
                .filter(entry -> !removed.contains(entry))
                .toList());
    }

    Optional<CommandIndex.Listed> lookup(String name) {
        return index.find(name);
    }

    @Override
    public List<CommandInfo> all() {
        return index.all();
    }

    @Override
    public List<CommandInfo> allowed(Room room, Peer asker) {
        return all();
    }

    @Override
    public Optional<CommandInfo> find(String name) {
        return index.find(name).map(CommandIndex.Listed::info);
    }

    Optional<String> nearest(String name) {
        String typed = Signature.fold(name);
        if (typed.length() < MIN_SUGGESTED || typed.length() > MAX_TYPED) {
            return Optional.empty();
        }
        List<String> names = index.shortNames().stream()
                .filter(known -> known.length() >= MIN_SUGGESTED)
                .toList();
        return names.stream()
                .filter(known -> known.startsWith(typed))
                .findFirst()
                .or(() -> Nearest.to(typed, names));
    }
}
