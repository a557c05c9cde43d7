package dev.odinbot.plugin;

import dev.odinbot.api.admin.PluginInfo;
import dev.odinbot.api.admin.PluginState;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.command.CommandInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What there is of plugins, as operators see it. Any thread. */
final class PluginView {

    private final PluginFolder folder;
    private final PluginTable table;
    private final CommandCatalog catalog;

    PluginView(PluginFolder folder, PluginTable table, CommandCatalog catalog) {
        this.folder = folder;
        this.table = table;
        this.catalog = catalog;
    }

    /** All that are known, with their commands. */
    List<PluginInfo> all() {
        Map<String, List<String>> commands = catalog.all().stream()
                .collect(Collectors.groupingBy(
                        CommandInfo::plugin, Collectors.mapping(CommandInfo::name, Collectors.toList())));
        return table.infos().stream()
                .map(info -> info.state() == PluginState.STARTED
                        ? withCommands(info, commands.getOrDefault(info.id(), List.of()))
                        : info)
                .toList();
    }

    private static PluginInfo withCommands(PluginInfo info, List<String> commands) {
        return new PluginInfo(
                info.id(),
                info.version(),
                info.description(),
                info.requires(),
                info.dependencies(),
                info.jar(),
                info.state(),
                info.reason(),
                commands);
    }

    /** Jars of the folder that could be loaded. */
    List<String> available() {
        Set<String> loaded = table.infos().stream()
                .filter(info -> info.state() != PluginState.FAILED)
                .map(PluginInfo::jar)
                .collect(Collectors.toSet());
        return folder.files().stream().filter(file -> !loaded.contains(file)).toList();
    }
}
