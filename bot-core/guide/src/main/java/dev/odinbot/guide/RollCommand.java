package dev.odinbot.guide;

// guide: roll
import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Flag;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.text.PlainText;
import java.util.Random;

/** Rolls dice. */
final class RollCommand {

    private final Random random;

    RollCommand(Random random) {
        this.random = random;
    }

    @Command("throw [count]")
    @Alias("t")
    @Description("Rolls dice and adds them up.")
    @Example({"throw", "throw 3", "throw 2 --sides 20"})
    Reply roll(
            Peer sender,
            @Default("1") @Between(min = 1, max = 20) int count,
            @Flag(shorthand = "s") @Default("6") @Between(min = 2, max = 1000) int sides) {
        int sum = random.ints(count, 1, sides + 1).sum();
        return Reply.key("roll", PlainText.line(sender.displayName(), 40), count, sides, sum);
    }
}
// end
