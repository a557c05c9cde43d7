package dev.odinbot.plugins.music;

import dev.odinbot.api.Between;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Reply;
import java.util.OptionalInt;

/** Shows and sets how loud a room is. */
final class VolumeCommand {

    @Command("volume [percent]")
    @Alias("vol")
    @Description("Shows the volume or sets it, 0 to 150; 100 is as recorded.")
    Reply volume(Player player, @Between(min = 0, max = 150) OptionalInt percent) {
        if (percent.isEmpty()) {
            return Reply.of("The volume is " + player.volume() + " %.");
        }
        player.volume(percent.getAsInt());
        return Reply.of("The volume is now " + percent.getAsInt() + " %.");
    }
}
