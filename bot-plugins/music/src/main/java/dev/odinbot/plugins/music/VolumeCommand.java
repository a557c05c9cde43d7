package dev.odinbot.plugins.music;

import dev.odinbot.api.Between;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Percent;
import dev.odinbot.api.command.Reply;
import java.util.Optional;

/** Shows and sets how loud a room is. */
final class VolumeCommand {

    @Command("volume [percent]")
    @Alias("vol")
    @Description("Shows the volume or sets it, 0 to 150; 100 is as recorded.")
    @Example({"volume", "volume 80%"})
    Reply volume(Player player, @Between(min = 0, max = 150) Optional<Percent> percent) {
        if (percent.isEmpty()) {
            return Reply.key("volume.is", player.volume());
        }
        player.volume(percent.get().value());
        return Reply.key("volume.set", percent.get().value());
    }
}
