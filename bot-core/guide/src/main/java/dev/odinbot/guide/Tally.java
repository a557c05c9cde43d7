package dev.odinbot.guide;

import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.storage.KeyValueStore;
import java.util.concurrent.CompletionStage;

/** Keys and values. */
final class Tally {

    private final KeyValueStore store;

    Tally(KeyValueStore store) {
        this.store = store;
    }

    // guide: keys
    @Command("count me")
    CompletionStage<Reply> count(Peer sender) {
        String key = "count." + sender.userId();
        return store.get(key)
                .thenApply(stored -> stored.map(Integer::parseInt).orElse(0) + 1)
                .thenCompose(times ->
                        store.put(key, times.toString()).thenApply(done -> Reply.of("That makes " + times + ".")));
    }
    // end
}
