package dev.odinbot.command;

import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.text.Messages;
import dev.odinbot.command.requirement.Requirements;
import dev.odinbot.signature.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * All commands by each of their names, as they were at one moment; immutable.
 *
 * @param owners which plugin has a name without its id before it
 * @param byName all names, with and without the plugin's id
 * @param all each once, sorted by name
 */
record CommandIndex(
        List<Entry> entries,
        Map<String, String> owners,
        Map<String, Listed> byName,
        CommandTree tree,
        List<Listed> all) {

    static final CommandIndex EMPTY = of(List.of(), Map.of(), UnaryOperator.identity());

    /** A command and whose it is; two are equal only if they are the same registration. */
    record Entry(String plugin, CommandMethod method, Messages messages) {
        String qualified(String name) {
            return Names.fold(plugin) + ":" + name;
        }
    }

    /**
     * A command under the names that it could get.
     *
     * @param requirements that hold now, with the operator's changes
     * @param messages of its plugin, which word its replies
     */
    record Listed(CommandInfo info, CommandMethod method, Requirements requirements, Messages messages) {}

    /** @param arguments all behind the command's words, as typed */
    record Match(Listed command, String arguments) {}

    /**
     * @param before the owners so far, who keep their names as long as they have commands of them; others come first come, first served
     * @param now makes of what a command declares what holds
     */
    static CommandIndex of(List<Entry> entries, Map<String, String> before, UnaryOperator<Requirements> now) {
        Map<String, String> owners = new HashMap<>();
        for (Entry entry : entries) {
            for (String name : entry.method().names()) {
                if (entry.plugin().equals(before.get(name))) {
                    owners.put(name, entry.plugin());
                }
            }
        }
        entries.forEach(entry -> entry.method().names().forEach(name -> owners.putIfAbsent(name, entry.plugin())));
        Map<String, Listed> byName = new TreeMap<>();
        List<Listed> all = new ArrayList<>();
        for (Entry entry : entries) {
            Requirements requirements = now.apply(entry.method().requirements());
            Listed listed = new Listed(
                    CommandInfos.of(entry, owners, requirements), entry.method(), requirements, entry.messages());
            all.add(listed);
            for (String name : entry.method().names()) {
                byName.put(entry.qualified(name), listed);
                if (entry.plugin().equals(owners.get(name))) {
                    byName.put(name, listed);
                }
            }
        }
        all.sort(Comparator.comparing(command -> command.info().name()));
        return new CommandIndex(List.copyOf(entries), owners, byName, CommandTree.of(byName), List.copyOf(all));
    }

    /** The command of exactly those words. */
    Optional<Listed> find(String name) {
        return Optional.ofNullable(byName.get(Names.typed(name)));
    }

    /** The command whose words a line begins with; the longest one. */
    Optional<Match> match(CommandLine line) {
        return tree.match(line);
    }
}
