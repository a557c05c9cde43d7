package dev.odinbot.guide;

import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Cooldown;
import dev.odinbot.api.command.MaxConcurrency;
import dev.odinbot.api.command.OnlyInRooms;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Scope;
import dev.odinbot.api.command.Vote;
import dev.odinbot.api.storage.KeyValueStore;
import java.util.concurrent.CompletionStage;

/** Commands that not everybody may run at any time. */
final class RequirementCommands {

    private final KeyValueStore store;

    RequirementCommands(KeyValueStore store) {
        this.store = store;
    }

    // guide: requirements
    @Command("bell")
    @Cooldown(seconds = 60, burst = 2, per = Scope.ROOM)
    Reply bell() {
        return Reply.of("Ding!");
    }

    @Command("lights out")
    @Vote(0.5)
    Reply lightsOut() {
        return Reply.of("Good night.");
    }

    @Command("wipe")
    @Permission(grantedTo = Permission.MODERATOR)
    Reply wipe() {
        return Reply.of("All clean.");
    }

    @Command("report")
    @MaxConcurrency(1)
    @OnlyInRooms({"Lobby", "Staff"})
    CompletionStage<Reply> report() {
        return store.all("").thenApply(all -> Reply.of(all.size() + " entries"));
    }
    // end
}
