package dev.odinbot.guide;

import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.storage.Tables;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Tables. */
final class Quotes {

    // guide: tables
    private final Tables tables;
    private final Clock clock;

    Quotes(Tables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    CompletionStage<Void> prepare() {
        return tables.migrate(
                List.of("create table {quotes} (said_by varchar(200), said_at bigint, words varchar(500))"));
    }

    @Command("quote add <words>")
    CompletionStage<Reply> add(Peer sender, @Rest String words) {
        return tables.update(
                        "insert into {quotes} (said_by, said_at, words) values (?, ?, ?)",
                        sender.userId().value(),
                        clock.instant(),
                        words)
                .thenApply(rows -> Reply.of("Kept."));
    }

    @Command("quote last")
    CompletionStage<Reply> last() {
        return tables.query("select words, said_at from {quotes} order by said_at desc limit 1")
                .thenApply(rows -> rows.isEmpty()
                        ? Reply.of("Nobody has said anything yet.")
                        : Reply.of(rows.get(0).instant("said_at") + ": "
                                + rows.get(0).text("words")));
    }
    // end
}
