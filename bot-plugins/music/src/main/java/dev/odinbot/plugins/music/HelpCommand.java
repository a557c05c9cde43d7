package dev.odinbot.plugins.music;

import dev.odinbot.api.PlainText;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Room;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what there is to type, of all plugins. */
final class HelpCommand {

    private static final int MAX_ECHO = 40;

    @Command("help [command]")
    @Description("Lists the commands, or explains one.")
    Reply help(CommandCatalog commands, Room room, Optional<String> command) {
        String prefix = room.prefix();
        if (command.isEmpty()) {
            return Reply.of(overview(commands, prefix));
        }
        String name = withoutPrefix(command.get(), prefix);
        return Reply.of(
                commands.find(name).map(info -> detail(info, prefix)).orElseGet(() -> unknown(name, commands, prefix)));
    }

    /** A line per plugin. */
    private static String overview(CommandCatalog commands, String prefix) {
        Map<String, String> usages = commands.all().stream()
                .collect(Collectors.groupingBy(
                        CommandInfo::plugin,
                        TreeMap::new,
                        Collectors.mapping(info -> prefix + info.usage(), Collectors.joining(", "))));
        String lines = usages.entrySet().stream()
                .map(plugin -> plugin.getKey() + ": " + plugin.getValue())
                .collect(Collectors.joining("\n"));
        return lines + "\n" + prefix + "help <command> tells more.";
    }

    private static String detail(CommandInfo info, String prefix) {
        String aliases = info.aliases().isEmpty()
                ? ""
                : " (also "
                        + info.aliases().stream().map(alias -> prefix + alias).collect(Collectors.joining(", "))
                        + ")";
        String description = info.description().isEmpty() ? "" : ": " + info.description();
        return prefix + info.usage() + aliases + description;
    }

    private static String unknown(String name, CommandCatalog commands, String prefix) {
        String hint = commands.nearest(name)
                .map(near -> "Did you mean " + prefix + near + "?")
                .orElse(prefix + "help lists what there is.");
        return "There is no command " + prefix + PlainText.line(name, MAX_ECHO) + ". " + hint;
    }

    /** People also type {@code !help !play}. */
    private static String withoutPrefix(String name, String prefix) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
