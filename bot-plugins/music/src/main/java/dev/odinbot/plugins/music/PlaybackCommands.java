package dev.odinbot.plugins.music;

import dev.odinbot.api.audio.Player;
import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.command.Vote;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.Text;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Starting, ending and halting what plays. */
final class PlaybackCommands {

    @Command("play <identifier>")
    @Alias("p")
    @Description("Plays a track of the library or a web address, or queues it.")
    @Example({"play demo", "play https://example.org/radio.m3u"})
    CompletionStage<Reply> play(Player player, Peer sender, @Rest String identifier) {
        return player.play(identifier, Optional.of(Requester.of(sender))).thenApply(LoadText::of);
    }

    @Command("stop")
    @Description("Stops playing and empties the queue.")
    @Vote(value = 0.5, undoes = Vote.Undoes.ALL)
    Reply stop(Player player) {
        return player.stop() ? Reply.key("stopped") : Texts.nothingPlaying();
    }

    @Command("skip")
    @Alias("s")
    @Description("Goes on to the next track.")
    @Vote(value = 0.5, undoes = Vote.Undoes.PLAYING)
    Reply skip(Player player) {
        Optional<TrackInfo> skipped = player.skip();
        if (skipped.isEmpty()) {
            return Texts.nothingPlaying();
        }
        Text next = player.nowPlaying()
                .map(now -> Text.key("skipped.next", Texts.title(now.track())))
                .orElseGet(() -> Text.key("queue.empty"));
        return Reply.key("skipped", Texts.title(skipped.get()), next);
    }

    @Command("pause")
    @Description("Halts the track where it is.")
    Reply pause(Player player, Room room) {
        if (player.pause()) {
            return Reply.key("paused", room.prefix());
        }
        return player.nowPlaying().isEmpty() ? Texts.nothingPlaying() : Reply.key("paused.already", room.prefix());
    }

    @Command("resume")
    @Description("Goes on with a paused track.")
    Reply resume(Player player) {
        boolean resumed = player.resume();
        return player.nowPlaying()
                .map(now -> resumed ? Reply.key("resumed", Texts.title(now.track())) : Reply.key("resumed.not-paused"))
                .orElseGet(Texts::nothingPlaying);
    }
}
