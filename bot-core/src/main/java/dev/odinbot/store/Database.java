package dev.odinbot.store;

import com.google.common.util.concurrent.MoreExecutors;
import dev.odinbot.api.storage.Tables;
import dev.odinbot.time.HostThreads;
import dev.odinbot.time.Ticker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database and the threads that work on it: a lane for the bot itself and one for each plugin. Any thread. */
@Singleton
public final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** Of the time that the whole exit may take. */
    private static final Duration FINISH = Duration.ofSeconds(1);

    private static final String OWN = "";

    /** At most one for each lane: who waits for the one that writes keeps no other plugin from reading. */
    private final ExecutorService threads = daemons("store");

    /** What is done with an answer is the asker's affair, and may take its time or wait for another answer. */
    private final ExecutorService answers = daemons("store-answer");

    private final Connections connections;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Duration statementLimit;
    private final Duration finish;

    @Inject
    Database(StoreConfig config, Ticker ticker) {
        this(config, ticker, Duration.ofSeconds(Tables.MAX_SECONDS), FINISH);
    }

    /**
     * @param statementLimit in whole seconds
     * @param finish what the close waits for at most
     */
    Database(StoreConfig config, Ticker ticker, Duration statementLimit, Duration finish) {
        connections = new Connections(config, ticker);
        this.statementLimit = statementLimit;
        this.finish = finish;
    }

    private static ExecutorService daemons(String name) {
        return Executors.newCachedThreadPool(HostThreads.named(name));
    }

    /** Begins to open it while the rest of the program is put together. Returns at once; a fault is told to the log. */
    @Inject
    void open() {
        lane().submit(Access.READ, 0, handle -> true);
    }

    /** The bot's own. */
    Lane lane() {
        return lane(OWN);
    }

    Lane lane(String plugin) {
        return lanes.computeIfAbsent(
                plugin, name -> new Lane(connections, MoreExecutors.newSequentialExecutor(threads), answers));
    }

    /** How long a statement of a plugin may run. */
    Duration statementLimit() {
        return statementLimit;
    }

    Vendor vendor() {
        return connections.vendor();
    }

    /** Finishes what is under way, for a second at most. */
    @Override
    public void close() {
        lanes.values().forEach(Lane::close);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(finish.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "{} changes were not stored in time",
                        lanes.values().stream().mapToInt(Lane::waiting).sum());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.close();
    }
}
