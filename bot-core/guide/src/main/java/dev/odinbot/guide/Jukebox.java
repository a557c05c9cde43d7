package dev.odinbot.guide;

import dev.odinbot.api.audio.LoadOutcome;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.text.PlainText;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Sound. */
final class Jukebox {

    private static final int MAX_TITLE = 80;

    // guide: player
    @Command("jukebox <song>")
    CompletionStage<Reply> jukebox(Peer sender, Player player, @Rest String song) {
        return player.play(song, Optional.of(Requester.of(sender))).thenApply(outcome -> {
            if (outcome instanceof LoadOutcome.Queued queued) {
                String title = PlainText.line(queued.track().title(), MAX_TITLE);
                return Reply.of(queued.position() == 0 ? "Playing " + title + "." : "Queued " + title + ".");
            }
            return Reply.of("I cannot play that.");
        });
    }
    // end
}
