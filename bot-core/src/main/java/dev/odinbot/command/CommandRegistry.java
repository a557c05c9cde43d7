package dev.odinbot.command;

import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.Messages;
import dev.odinbot.command.requirement.RequirementGate;
import dev.odinbot.command.requirement.Requirements;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    private final RequirementGate gate;
    private volatile CommandIndex index = CommandIndex.EMPTY;

    @Inject
    public CommandRegistry(RequirementGate gate) {
        this.gate = gate;
    }

    /**
     * A place for the commands of one load of a plugin; nothing of it is seen before it is published.
     *
     * @param messages the plugin's, for its replies
     */
    public PluginCommands open(String plugin, Messages messages) {
        return new PluginCommands(this, plugin, messages);
    }

    /**
     * Takes commands away and adds others in one moment; nothing changes when it throws.
     *
     * @throws IllegalArgumentException when a plugin would have two commands of one name
     */
    synchronized void change(List<CommandIndex.Entry> removed, List<CommandIndex.Entry> added) {
        List<CommandIndex.Entry> entries = new ArrayList<>(index.entries());
        entries.removeAll(removed);
        entries.addAll(added);
        refuseSameNames(entries);
        Map<String, String> before = index.owners();
        index = CommandIndex.of(entries, before, gate::of);
        tellOfPassedNames(before);
        added.forEach(this::warnOfTakenNames);
        warnOfUnknownGroups(added);
    }

    /** Takes what the gate now says of requirements. */
    synchronized void refresh() {
        index = CommandIndex.of(index.entries(), index.owners(), gate::of);
        warnOfUnknownGroups(index.entries());
    }

    private void warnOfUnknownGroups(List<CommandIndex.Entry> entries) {
        gate.unknownGroups(declared(entries)).forEach(LOG::warn);
    }

    /** What the commands there are declare. */
    List<Requirements> declared() {
        return declared(index.entries());
    }

    private static List<Requirements> declared(List<CommandIndex.Entry> entries) {
        return entries.stream().map(entry -> entry.method().requirements()).toList();
    }

    static void refuseSameNames(List<CommandIndex.Entry> entries) {
        Set<String> seen = new HashSet<>();
        for (CommandIndex.Entry entry : entries) {
            for (String name : entry.method().names()) {
                if (!seen.add(entry.qualified(name))) {
                    throw new IllegalArgumentException(
                            "Plugin " + entry.plugin() + " has more than one command or alias '" + name + "'");
                }
            }
        }
    }

    private void tellOfPassedNames(Map<String, String> before) {
        index.owners().forEach((name, owner) -> {
            String last = before.getOrDefault(name, owner);
            if (!last.equals(owner)) {
                LOG.info("Command {} is now the one of plugin {}: plugin {} has left", name, owner, last);
            }
        });
    }

    private void warnOfTakenNames(CommandIndex.Entry added) {
        for (String name : added.method().names()) {
            String owner = index.owners().get(name);
            if (owner != null && !owner.equals(added.plugin())) {
                LOG.warn(
                        "Command {} of plugin {} answers only to {}: plugin {} was first",
                        name,
                        added.plugin(),
                        added.qualified(name),
                        owner);
            }
        }
    }

    /** The command that a line calls. */
    Optional<CommandIndex.Match> match(CommandLine line) {
        return index.match(line);
    }

    @Override
    public List<CommandInfo> all() {
        return index.all().stream().map(CommandIndex.Listed::info).toList();
    }

    @Override
    public List<CommandInfo> allowed(Room room, Peer asker) {
        return permitted(room, asker)
                .map(command -> CommandInfos.in(room.locale(), command))
                .toList();
    }

    /** Those that are {@link #allowed}, with what the plugins' converters suggest now as choices. Runs code of plugins. */
    public List<CommandInfo> completed(Room room, Peer asker) {
        Converter.Call call = new Converter.Call(room, asker);
        return permitted(room, asker)
                .map(command -> CommandInfos.suggesting(
                        CommandInfos.in(room.locale(), command),
                        command.method().suggestions(call)))
                .toList();
    }

    private Stream<CommandIndex.Listed> permitted(Room room, Peer asker) {
        return index.all().stream()
                .filter(command -> command.requirements().existsIn(room))
                .filter(command -> gate.permits(command.requirements(), asker.userId()));
    }

    @Override
    public Optional<CommandInfo> find(String name) {
        return listed(name).map(CommandIndex.Listed::info);
    }

    /** The command of exactly those words. */
    Optional<CommandIndex.Listed> listed(String name) {
        return index.find(name);
    }
}
