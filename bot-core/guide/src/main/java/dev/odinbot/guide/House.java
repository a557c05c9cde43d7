package dev.odinbot.guide;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.Moderation;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import java.util.concurrent.CompletionStage;

// guide: admin
final class House {

    private final Moderation moderation;

    House(Moderation moderation) {
        this.moderation = moderation;
    }

    @Command("out <who>")
    @Permission(grantedTo = Permission.MODERATOR)
    CompletionStage<Reply> out(Room room, Peer who) {
        return moderation
                .kick(room.id(), who.userId())
                .thenApply(outcome ->
                        outcome instanceof Outcome.Refused refused ? Reply.of(refused.reason()) : Reply.of("Gone."));
    }
}
// end
