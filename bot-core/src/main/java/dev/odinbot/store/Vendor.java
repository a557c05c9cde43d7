package dev.odinbot.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What differs between the databases. Used on the store's threads. */
interface Vendor {

    static Vendor of(StoreConfig config) {
        return config.postgres() ? new Postgres(config) : new Sqlite(config);
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

    /** What a fault means; null = the statement was at fault, not the database. */
    @Nullable
    Trouble trouble(SQLException fault);

    /** Whether only one connection may write at a moment. */
    boolean oneWriter();

    /** Removes tables and views, in whatever order they refer to each other. */
    void drop(Handle handle, List<String> views, List<String> tables);
}
