package dev.odinbot.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A database at a PostgreSQL server. */
final class Postgres implements Vendor {

    private static final int CONNECT_SECONDS = 3;

    /** For an answer; a server that is silent longer is taken for lost. */
    private static final int ANSWER_SECONDS = 20;

    private static final String CANCELLED = "57014";

    private final StoreConfig config;

    Postgres(StoreConfig config) {
        this.config = config;
    }

    @Override
    public String place() {
        return config.place();
    }

    @Override
    public boolean oneWriter() {
        return false;
    }

    @Override
    public void inspect() throws SQLException {
        dataSource().getConnection().close();
    }

    /** What the address says itself goes before what is set here. */
    @Override
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("odin-bot");
        source.setUrl(config.url());
        if (!config.user().isEmpty()) {
            source.setUser(config.user());
        }
        if (!config.password().isEmpty()) {
            source.setPassword(config.password());
        }
        return source;
    }

    @Override
    public void configure(HikariConfig pool) {
        pool.setDataSource(dataSource());
    }

    @Override
    public <T> T within(Duration limit, PreparedStatement statement, Execution<T> execution) throws SQLException {
        statement.setQueryTimeout(Math.toIntExact(limit.toSeconds()));
        try {
            return execution.run(statement);
        } catch (SQLException e) {
            if (CANCELLED.equals(e.getSQLState())) {
                throw RefusedStatement.tookTooLong(limit);
            }
            throw e;
        }
    }

    @Override
    public @Nullable Trouble trouble(SQLException fault) {
        String state = fault.getSQLState() == null ? "" : fault.getSQLState();
        String reason = " (" + fault.getMessage() + ")";
        if (state.startsWith("28") || state.equals("42501")) {
            return new Trouble(
                    place() + " does not let the bot in" + reason,
                    "Correct storage.user, storage.password or the rights there.");
        }
        if (state.equals("3D000")) {
            return new Trouble(place() + " does not exist" + reason, "Create the database, or correct storage.url.");
        }
        if (state.equals("53100")) {
            return new Trouble(
                    "The disk of " + place() + " is full", "Free some space on it. What was stored before is safe.");
        }
        if (state.equals("25006")) {
            return new Trouble(place() + " takes no writes" + reason, "Let storage.url name the server that does.");
        }
        if (state.equals("55P03") || state.equals("40P01") || state.equals("40001") || state.equals(CANCELLED)) {
            return new Trouble("Another program is in the way at " + place() + reason, "Ask again later.");
        }
        if (state.startsWith("XX")) {
            return new Trouble(
                    place() + " is broken" + reason, "Look at the server's log; restore a backup if need be.");
        }
        if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
            return new Trouble(
                    place() + " cannot be reached" + reason,
                    "Look whether the server runs and storage.url is right; the bot connects again by itself. Whether the change"
                            + " under way was stored is not known.");
        }
        return null;
    }

    @Override
    public void drop(Handle handle, List<String> views, List<String> tables) {
        views.forEach(view -> handle.execute("drop view if exists " + view + " cascade"));
        tables.forEach(table -> handle.execute("drop table if exists " + table + " cascade"));
    }
}
