package dev.odinbot.store;

import com.zaxxer.hikari.HikariConfig;
import dev.odinbot.time.Ticker;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What differs between the databases. Used on the store's threads. */
interface Vendor {

    static Vendor of(StoreConfig config, Ticker ticker) {
        return config.postgres() ? new Postgres(config) : new Sqlite(config, ticker);
    }

    /** Where what is stored is, for people. */
    String place();

    /**
     * Looks whether the database can be used, before anything is written to it.
     *
     * @throws SQLException when it cannot
     */
    void inspect() throws SQLException;

    /** Connections that are not pooled. */
    DataSource dataSource();

    void configure(HikariConfig pool);

    /**
     * Runs a statement of a plugin, and stops it when it takes longer.
     *
     * @throws RefusedStatement when it was stopped
     */
    <T> T within(Duration limit, PreparedStatement statement, Execution<T> execution) throws SQLException;

    /** What a fault means; null = the statement was at fault, not the database. */
    @Nullable
    Trouble trouble(SQLException fault);

    /** Whether only one connection may write at a moment. */
    boolean oneWriter();

    /** Removes tables and views, in whatever order they refer to each other. */
    void drop(Handle handle, List<String> views, List<String> tables);
}
