package dev.odinbot.api.storage;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Tables of one plugin's own, in the bot's database (SQLite or PostgreSQL). In a statement a table's name stands in braces,
 * {@code select * from {polls}}; the host puts the plugin's own name for it there, so that no two plugins share one. Values go in
 * as {@code ?}: texts, whole and decimal numbers, booleans, {@link java.time.Instant}s and null. Any thread; nothing blocks.
 *
 * <p>A statement that names other tables than its own is refused. That guards against mistakes, not against malice: a plugin is no
 * sandbox.
 */
public interface Tables {

    /** Most rows of one answer. */
    int MAX_ROWS = 10_000;

    /** How long a statement may run, in seconds; what takes longer is stopped, and changes nothing. */
    int MAX_SECONDS = 10;

    /**
     * Brings the plugin's tables up to date: runs, in one transaction and in order, those of {@code versions} that have not been run
     * here before. Append to the list in later releases; never change what has been released. A version may only add: when a reload
     * fails after this, the release before goes on with the tables as they are then.
     *
     * @param versions statements; the first is version 1
     * <p>They may take longer than {@link #MAX_SECONDS}; at a PostgreSQL server each up to 20 s.
     *
     * @return completes exceptionally when one failed; then none of them took place
     */
    CompletionStage<Void> migrate(List<String> versions);

    /** Runs a statement that changes something; completes with the number of rows that it changed. */
    CompletionStage<Integer> update(String statement, Object... values);

    /**
     * Runs a query; completes with all its rows, or exceptionally when there are more than {@link #MAX_ROWS}: end it with
     * {@code limit} where there can be.
     */
    CompletionStage<List<Row>> query(String statement, Object... values);
}
