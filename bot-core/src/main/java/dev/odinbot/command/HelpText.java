package dev.odinbot.command;

import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.command.CommandInfo.FlagInfo;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.PlainText;
import dev.odinbot.api.text.Text;
import dev.odinbot.text.MessageBundles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Commands as help shows them in one room: its prefix, its language. */
final class HelpText {

    private static final int MAX_ECHO = 40;

    private final MessageBundles messages;
    private final Room room;

    HelpText(MessageBundles messages, Room room) {
        this.messages = messages;
        this.room = room;
    }

    /** A line per plugin. */
    String overview(List<CommandInfo> commands) {
        Map<String, String> usages = commands.stream()
                .collect(Collectors.groupingBy(
                        CommandInfo::plugin,
                        TreeMap::new,
                        Collectors.mapping(command -> typed(command.usage()), Collectors.joining(", "))));
        return usages.entrySet().stream()
                        .map(plugin -> plugin.getKey() + ": " + plugin.getValue() + "\n")
                        .collect(Collectors.joining())
                + word("help.more", typed("help"));
    }

    /** Commands that begin with the same words, one a line. */
    String list(List<CommandInfo> commands) {
        return commands.stream().map(this::heading).collect(Collectors.joining("\n"));
    }

    /** @param below commands that begin with the words of this one */
    String detail(CommandInfo command, List<CommandInfo> below) {
        List<String> lines = new ArrayList<>(List.of(heading(command)));
        command.arguments().stream()
                .filter(argument -> !argument.choices().isEmpty())
                .forEach(argument -> lines.add(word("help.choices", argument.name(), choices(argument.choices()))));
        add(lines, "help.flags", command.flags().stream().map(HelpText::flag).toList(), "; ");
        add(lines, "help.examples", command.examples().stream().map(this::typed).toList(), "; ");
        add(
                lines,
                "help.below",
                below.stream().map(other -> typed(other.name())).toList(),
                ", ");
        command.requirements().forEach(requirement -> lines.add(messages.word(requirement, room.locale())));
        if (!command.permission().isEmpty()) {
            lines.add(word("help.permission", command.permission()));
        }
        return String.join("\n", lines);
    }

    String unknown(String name, List<CommandInfo> commands) {
        String shown = typed(PlainText.line(name, MAX_ECHO));
        return CommandNames.anyOf(NearNames.of(name, commands), room.prefix())
                .map(near -> word("help.unknown.near", shown, near))
                .orElseGet(() -> word("help.unknown", shown, typed("help")));
    }

    private String heading(CommandInfo command) {
        String aliases = command.aliases().stream().map(this::typed).collect(Collectors.joining(", "));
        String called =
                aliases.isEmpty() ? typed(command.usage()) : word("help.aliases", typed(command.usage()), aliases);
        return command.description().isEmpty() ? called : called + ": " + command.description();
    }

    private static String flag(FlagInfo flag) {
        String name = flag.shorthand().isEmpty() ? flag.name() : flag.name() + ", " + flag.shorthand();
        Optional<String> value = flag.type().isEmpty()
                ? Optional.empty()
                : Optional.of(flag.choices().isEmpty() ? flag.type() : String.join("|", flag.choices()));
        return name + value.map(type -> " <" + type + ">").orElse("");
    }

    private static String choices(List<String> choices) {
        return String.join(", ", choices);
    }

    private void add(List<String> lines, String key, List<String> parts, String separator) {
        if (!parts.isEmpty()) {
            lines.add(word(key, String.join(separator, parts)));
        }
    }

    private String typed(String words) {
        return room.prefix() + words;
    }

    private String word(String key, Object... arguments) {
        return messages.word(Text.key(key, arguments), room.locale());
    }
}
