package dev.odinbot.command;

import dev.odinbot.api.audio.Player;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.Text;
import dev.odinbot.command.requirement.Condition;
import dev.odinbot.text.MessageBundles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what stands between somebody and a command, at this moment. */
final class WhyCommand {

    private final CommandCatalog catalog;
    private final CommandAccess access;
    private final MessageBundles messages;

    WhyCommand(CommandCatalog catalog, CommandAccess access, MessageBundles messages) {
        this.catalog = catalog;
        this.access = access;
        this.messages = messages;
    }

    @Command("why <command>")
    @Description("Says what you lack to run a command.")
    @Example("why help")
    Reply why(Room room, Peer sender, Player player, @Rest String command) {
        String name = CommandNames.plain(command, room.prefix());
        Optional<CommandAccess.Explanation> found = access.explain(name, room, sender, player);
        return Reply.of(found.map(explanation -> answer(explanation, room))
                .orElseGet(() -> new HelpText(messages, room).unknown(name, catalog.allowed(room, sender))));
    }

    private String answer(CommandAccess.Explanation explanation, Room room) {
        String name = room.prefix() + explanation.command().name();
        List<Text> lines = new ArrayList<>();
        lines.add(Text.key(explanation.met() ? "why.allowed" : "why.refused", name));
        explanation.conditions().stream()
                .filter(condition -> !condition.met() || explanation.met())
                .forEach(condition -> {
                    lines.add(condition.text());
                    state(condition).ifPresent(lines::add);
                });
        return lines.stream().map(line -> messages.word(line, room.locale())).collect(Collectors.joining("\n"));
    }

    /** How far the asker is from a condition that is not met. */
    private static Optional<Text> state(Condition condition) {
        if (condition.met()) {
            return Optional.empty();
        }
        if (condition instanceof Condition.HasPermission) {
            return Optional.of(Text.key("why.permission"));
        }
        if (condition instanceof Condition.CooledDown cooled) {
            return Optional.of(Text.key("why.wait", WaitText.of(cooled.left())));
        }
        if (condition instanceof Condition.Agreed agreed) {
            return Optional.of(Text.key("why.votes", agreed.voices(), agreed.needed()));
        }
        return condition instanceof Condition.NotBusy ? Optional.of(Text.key("why.busy")) : Optional.empty();
    }
}
