package dev.odinbot.plugins.music;

import dev.odinbot.api.audio.NowPlaying;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.text.PlainText;
import java.time.Duration;

/** Shows the playing track and how far it is. */
final class NowPlayingCommand {

    private static final int BAR_LENGTH = 20;

    @Command("nowplaying")
    @Alias("np")
    @Description("Shows what is playing.")
    Reply nowPlaying(Player player) {
        return Reply.of(player.nowPlaying().map(NowPlayingCommand::text).orElse(Texts.NOTHING_PLAYING));
    }

    private static String text(NowPlaying now) {
        String station = now.streamTitle()
                .map(title -> PlainText.line(title, Texts.MAX_TITLE))
                .filter(title -> !title.isEmpty())
                .map(title -> ", on air: " + title)
                .orElse("");
        return (now.paused() ? "Paused: " : "Playing: ")
                + Texts.title(now.track())
                + station
                + Texts.requester(now.track())
                + "\n"
                + progress(now);
    }

    private static String progress(NowPlaying now) {
        String position = Texts.time(now.position());
        return now.track()
                .length()
                .map(length -> bar(now.position(), length) + " " + position + " / " + Texts.time(length))
                .orElse(position + ", live");
    }

    private static String bar(Duration position, Duration length) {
        double part = length.isZero() ? 1 : (double) position.toMillis() / length.toMillis();
        int done = (int) (Math.min(1, Math.max(0, part)) * BAR_LENGTH);
        return "▬".repeat(done) + "●" + "─".repeat(BAR_LENGTH - done);
    }
}
