package dev.odinbot.command;

import dev.odinbot.api.command.CommandInfo;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All commands by each of their names, as they were at one moment; immutable. */
record CommandIndex(List<Entry> entries, Map<String, Listed> byName) {

    /** A command and whose it is; two are equal only if they are the same registration. */
    record Entry(String plugin, CommandMethod method) {
        String qualified(String name) {
            return Signature.fold(plugin) + ":" + name;
        }
    }

    /** A command under the names that it could get. */
    record Listed(CommandInfo info, CommandMethod method) {}

    static CommandIndex of(List<Entry> entries) {
        Map<String, Entry> owners = new HashMap<>();
        entries.forEach(entry -> entry.method().names().forEach(name -> owners.putIfAbsent(name, entry)));
        Map<String, Listed> byName = new TreeMap<>();
        for (Entry entry : entries) {
            Listed listed = new Listed(info(entry, owners), entry.method());
            for (String name : entry.method().names()) {
                byName.put(entry.qualified(name), listed);
                if (entry.equals(owners.get(name))) {
                    byName.put(name, listed);
                }
            }
        }
        return new CommandIndex(List.copyOf(entries), byName);
    }

    private static CommandInfo info(Entry entry, Map<String, Entry> owners) {
        CommandMethod method = entry.method();
        String name = entry.equals(owners.get(method.name())) ? method.name() : entry.qualified(method.name());
        List<String> aliases = method.aliases().stream()
                .filter(alias -> entry.equals(owners.get(alias)))
                .toList();
        // The usage begins with the method's own name.
        String usage = name + method.usage().substring(method.name().length());
        return new CommandInfo(
                name,
                aliases,
                usage,
                method.description(),
                List.of(),
                entry.plugin(),
                "",
                List.of(),
                List.of(),
                List.of());
    }

    Optional<Listed> find(String name) {
        return Optional.ofNullable(byName.get(Signature.fold(name)));
    }

    List<CommandInfo> all() {
        return byName.values().stream()
                .map(Listed::info)
                .distinct()
                .sorted(Comparator.comparing(CommandInfo::name))
                .toList();
    }

    /** Names and aliases that need no plugin before them, sorted. */
    List<String> shortNames() {
        return byName.keySet().stream().filter(name -> name.indexOf(':') < 0).toList();
    }
}
