package dev.odinbot.command;

import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.Text;
import dev.odinbot.text.MessageBundles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what stands between somebody and a command. */
final class WhyCommand {

    private final CommandCatalog catalog;
    private final MessageBundles messages;

    WhyCommand(CommandCatalog catalog, MessageBundles messages) {
        this.catalog = catalog;
        this.messages = messages;
    }

    @Command("why <command>")
    @Description("Says what you lack to run a command.")
    @Example("why skip")
    Reply why(Room room, Peer sender, @Rest String command) {
        List<CommandInfo> allowed = catalog.allowed(room, sender);
        String name = CommandNames.plain(command, room.prefix());
        Optional<CommandInfo> found = catalog.find(name);
        if (found.isEmpty()) {
            return Reply.of(new HelpText(messages, room).unknown(name, allowed));
        }
        return Reply.of(answer(found.get(), allowed, room.prefix()).stream()
                .map(line -> messages.word(line, room.locale()))
                .collect(Collectors.joining("\n")));
    }

    private static List<Text> answer(CommandInfo command, List<CommandInfo> allowed, String prefix) {
        List<Text> lines = new ArrayList<>();
        String name = prefix + command.name();
        lines.add(
                allowed.contains(command)
                        ? Text.key("why.allowed", name)
                        : Text.key("why.permission", name, command.permission()));
        lines.addAll(command.requirements());
        return lines;
    }
}
