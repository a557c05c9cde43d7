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
import dev.odinbot.text.MessageBundles;
import java.util.List;
import java.util.Optional;

/** Says what there is to type. What the asker may not run is not there for them. */
final class HelpCommand {

    private final CommandCatalog catalog;
    private final MessageBundles messages;

    HelpCommand(CommandCatalog catalog, MessageBundles messages) {
        this.catalog = catalog;
        this.messages = messages;
    }

    @Command("help [command]")
    @Description("Lists the commands, or explains one.")
    @Example({"help", "help play"})
    Reply help(Room room, Peer sender, @Rest Optional<String> command) {
        List<CommandInfo> allowed = catalog.allowed(room, sender);
        HelpText text = new HelpText(messages, room);
        return Reply.of(command.map(typed -> CommandNames.plain(typed, room.prefix()))
                .filter(name -> !name.isEmpty())
                .map(name -> explain(name, allowed, text))
                .orElseGet(() -> text.overview(allowed)));
    }

    private String explain(String name, List<CommandInfo> allowed, HelpText text) {
        List<CommandInfo> below = allowed.stream()
                .filter(command -> command.name().startsWith(name + " "))
                .toList();
        Optional<CommandInfo> found = catalog.find(name)
                .flatMap(command -> allowed.stream()
                        .filter(other -> other.name().equals(command.name()))
                        .findFirst());
        return found.map(command -> text.detail(command, below))
                .orElseGet(() -> below.isEmpty() ? text.unknown(name, allowed) : text.list(below));
    }
}
