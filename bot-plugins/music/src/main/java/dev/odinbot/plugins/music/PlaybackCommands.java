package dev.odinbot.plugins.music;

import dev.odinbot.api.audio.Player;
import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Starting, ending and halting what plays. */
final class PlaybackCommands {

    @Command("play <identifier>")
    @Alias("p")
    @Description("Plays a track of the library or a web address, or queues it.")
    CompletionStage<Reply> play(Player player, Peer sender, @Rest String identifier) {
        return player.play(identifier, Optional.of(Requester.of(sender)))
                .thenApply(outcome -> Reply.of(LoadText.of(outcome)));
    }

    @Command("stop")
    @Description("Stops playing and empties the queue.")
    Reply stop(Player player) {
        return Reply.of(player.stop() ? "Stopped, and the queue is empty." : Texts.NOTHING_PLAYING);
    }

    @Command("skip")
    @Alias("s")
    @Description("Goes on to the next track.")
    Reply skip(Player player) {
        Optional<TrackInfo> skipped = player.skip();
        if (skipped.isEmpty()) {
            return Reply.of(Texts.NOTHING_PLAYING);
        }
        String next = player.nowPlaying()
                .map(now -> "Now playing " + Texts.title(now.track()) + ".")
                .orElse("The queue is empty.");
        return Reply.of("Skipped " + Texts.title(skipped.get()) + ". " + next);
    }

    @Command("pause")
    @Description("Halts the track where it is.")
    Reply pause(Player player, Room room) {
        if (player.pause()) {
            return Reply.of("Paused. " + room.prefix() + "resume goes on.");
        }
        return Reply.of(
                player.nowPlaying().isEmpty()
                        ? Texts.NOTHING_PLAYING
                        : "It is paused already. " + room.prefix() + "resume goes on.");
    }

    @Command("resume")
    @Description("Goes on with a paused track.")
    Reply resume(Player player) {
        if (player.resume()) {
            return Reply.of(player.nowPlaying()
                    .map(now -> "Going on with " + Texts.title(now.track()) + ".")
                    .orElse("Going on."));
        }
        return Reply.of(player.nowPlaying().isEmpty() ? Texts.NOTHING_PLAYING : "It is not paused.");
    }
}
