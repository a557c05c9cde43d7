package dev.odinbot.store;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.odinbot.api.storage.StorageException;
import dev.odinbot.time.Ticker;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The pool of connections, opened when the first work comes. What could not be opened is tried again later. On the store's threads,
 * which wait here.
 */
final class Connections implements AutoCloseable {

    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final int WAIT_MILLIS = 3000;
    private static final int VALIDATION_MILLIS = 1000;

    private final StoreConfig config;
    private final Vendor vendor;
    private final Ticker ticker;
    private final Health health;
    private final ReentrantLock writing = new ReentrantLock(true);

    private final Object opening = new Object();
    private volatile @Nullable HikariDataSource pool;
    private volatile @Nullable Jdbi jdbi;

    @GuardedBy("opening")
    private @Nullable StorageException refusal;

    @GuardedBy("opening")
    private long refusedNanos;

    Connections(StoreConfig config, Ticker ticker) {
        this.config = config;
        this.ticker = ticker;
        vendor = Vendor.of(config, ticker);
        health = new Health(vendor);
    }

    Vendor vendor() {
        return vendor;
    }

    /** @throws StorageException when the database could not do it */
    <T> T run(Access access, Work<T> work) {
        Jdbi opened = open();
        boolean alone = vendor.oneWriter() && access == Access.WRITE;
        if (alone) {
            writing.lock();
        }
        try {
            T result = access == Access.WRITE ? opened.inTransaction(work::with) : opened.withHandle(work::with);
            health.fine(access);
            return result;
        } catch (ConnectionException e) {
            throw refuse(access, e);
        } catch (RefusedStatement e) {
            throw new StorageException(String.valueOf(e.getMessage()), e);
        } catch (SQLException | RuntimeException e) {
            throw health.failed(access, e);
        } finally {
            if (alone) {
                writing.unlock();
            }
        }
    }

    private Jdbi open() {
        synchronized (opening) {
            if (refusal != null && ticker.nanos() - refusedNanos < RETRY.toNanos()) {
                throw new StorageException(String.valueOf(refusal.getMessage()), refusal);
            }
            refusal = null;
            Jdbi opened = jdbi;
            if (opened != null) {
                return opened;
            }
            try {
                vendor.inspect();
                Schema.bringUpToDate(vendor);
                HikariDataSource connections = pool();
                pool = connections;
                opened = Jdbi.create(connections);
                jdbi = opened;
                return opened;
            } catch (SQLException | RuntimeException e) {
                throw refuse(Access.READ, e);
            }
        }
    }

    /** For a while nobody need wait for what just could not be reached. */
    private StorageException refuse(Access access, Exception fault) {
        synchronized (opening) {
            refusal = health.failed(access, fault);
            refusedNanos = ticker.nanos();
            return refusal;
        }
    }

    private HikariDataSource pool() {
        HikariConfig options = new HikariConfig();
        options.setPoolName("store");
        options.setMaximumPoolSize(config.poolSize());
        options.setMinimumIdle(1);
        options.setConnectionTimeout(WAIT_MILLIS);
        options.setValidationTimeout(VALIDATION_MILLIS);
        options.setInitializationFailTimeout(-1);
        vendor.configure(options);
        return new HikariDataSource(options);
    }

    @Override
    public void close() {
        HikariDataSource connections = pool;
        if (connections != null) {
            connections.close();
        }
    }
}
