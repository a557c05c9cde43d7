package dev.odinbot.plugins.fun;

import dev.odinbot.api.Default;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.text.PlainText;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** What chance decides. */
final class ChanceCommands {

    private static final int MAX_WORDS = 100;

    @Command("roll [dice]")
    @Description("Rolls dice: d20, 2d6+1 …; without any, one with six sides.")
    @Example({"roll", "roll d20", "roll 2d6+1"})
    Reply roll(Peer sender, @Default("d6") Dice dice) {
        List<Integer> rolled = dice.roll(ThreadLocalRandom.current());
        String name = PlainText.line(sender.displayName(), 40);
        String total = Integer.toString(dice.total(rolled));
        if (dice.count() == 1 && dice.plus() == 0) {
            return Reply.key("roll.one", name, dice.toString(), total);
        }
        String sum = rolled.stream().map(String::valueOf).collect(Collectors.joining(" + "))
                + (dice.plus() == 0 ? "" : (dice.plus() > 0 ? " + " : " - ") + Math.abs(dice.plus()));
        return Reply.key("roll.many", name, dice.toString(), sum, total);
    }

    @Command("choose <options...>")
    @Description("Chooses one of several things; in quotes, one may have several words.")
    @Example("choose tea coffee \"hot chocolate\"")
    Reply choose(List<String> options) {
        if (options.size() < 2) {
            return Reply.key("choose.between");
        }
        String chosen = options.get(ThreadLocalRandom.current().nextInt(options.size()));
        return Reply.key("choose.chosen", PlainText.line(chosen, MAX_WORDS));
    }
}
