package dev.odinbot.api.storage;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Tables of one plugin's own, in the bot's database (SQLite or PostgreSQL). In a statement a table's name stands in braces,
 * {@code select * from {polls}}; the host puts the plugin's own name for it there, so that no two plugins share one. Values go in
 * as {@code ?}: texts, whole and decimal numbers, booleans, {@link java.time.Instant}s and null. Any thread; nothing blocks.
 */
public interface Tables {

    /**
     * Brings the plugin's tables up to date: runs, in one transaction and in order, those of {@code versions} that have not been run
     * here before. Append to the list in later releases; never change what has been released.
     *
     * @param versions statements; the first is version 1
     * @return completes exceptionally when one failed; then none of them took place
     */
    CompletionStage<Void> migrate(List<String> versions);

    /** Runs a statement that changes something; completes with the number of rows that it changed. */
    CompletionStage<Integer> update(String statement, Object... values);

    /** Runs a query; completes with all its rows. */
    CompletionStage<List<Row>> query(String statement, Object... values);
}
