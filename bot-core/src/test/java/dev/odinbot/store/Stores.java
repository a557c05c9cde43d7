package dev.odinbot.store;

import dev.odinbot.api.storage.KeyValueStore;
import dev.odinbot.api.storage.Tables;
import dev.odinbot.testing.FakeTicker;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The stores on one database, as one run of the bot has them. */
final class Stores implements AutoCloseable {

    /** Short, since a server measures it by the real clock. */
    static final Duration STATEMENT_LIMIT = Duration.ofSeconds(1);

    final FakeTicker ticker = new FakeTicker();
    final Database database;
    final SqlPermissions permissions;
    final SqlPluginSwitches switches;
    final SqlRoomSettings rooms;
    final SqlPluginStorage plugins;

    Stores(StoreConfig config) {
        database = new Database(config, ticker, STATEMENT_LIMIT, Duration.ofSeconds(30));
        permissions = new SqlPermissions(database);
        switches = new SqlPluginSwitches(database);
        rooms = new SqlRoomSettings(database);
        plugins = new SqlPluginStorage(database);
    }

    KeyValueStore keys(String plugin) {
        return plugins.keys(plugin);
    }

    Tables tables(String plugin) {
        return plugins.tables(plugin);
    }

    static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** What it fails with. */
    static Throwable fault(CompletionStage<?> stage) {
        try {
            throw new AssertionError("was done: " + await(stage));
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
