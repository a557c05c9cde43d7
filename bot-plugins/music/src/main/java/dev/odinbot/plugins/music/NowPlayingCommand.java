package dev.odinbot.plugins.music;

import dev.odinbot.api.audio.NowPlaying;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.text.Text;
import java.time.Duration;

/** Shows the playing track and how far it is. */
final class NowPlayingCommand {

    private static final int BAR_LENGTH = 20;

    @Command("nowplaying")
    @Alias("np")
    @Description("Shows what is playing.")
    Reply nowPlaying(Player player) {
        return player.nowPlaying().map(NowPlayingCommand::text).orElseGet(Texts::nothingPlaying);
    }

    private static Reply text(NowPlaying now) {
        return Reply.key(
                now.paused() ? "now.paused" : "now.playing",
                Texts.title(now.track()),
                Texts.optional("now.station", now.streamTitle().orElse(""), Texts.MAX_TITLE),
                Texts.requester(now.track()),
                progress(now));
    }

    private static Text progress(NowPlaying now) {
        String position = Texts.time(now.position());
        return now.track()
                .length()
                .map(length -> Text.of(bar(now.position(), length) + " " + position + " / " + Texts.time(length)))
                .orElseGet(() -> Text.key("now.live", position));
    }

    private static String bar(Duration position, Duration length) {
        double part = length.isZero() ? 1 : (double) position.toMillis() / length.toMillis();
        int done = (int) (Math.min(1, Math.max(0, part)) * BAR_LENGTH);
        return "▬".repeat(done) + "●" + "─".repeat(BAR_LENGTH - done);
    }
}
