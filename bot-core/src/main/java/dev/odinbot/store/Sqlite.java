package dev.odinbot.store;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.zaxxer.hikari.HikariConfig;
import dev.odinbot.time.Ticker;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteJDBCLoader;

/** A database in a file of this machine. */
final class Sqlite implements Vendor {

    /** How long a write waits for another program's. */
    private static final int BUSY_MILLIS = 2000;

    /** Reading a larger file from end to end would hold up the start. */
    private static final long CHECKED_BYTES = 64L << 20;

    /** Steps of SQLite's machine between two looks at the clock: a millisecond or so. */
    private static final int STEPS = 100_000;

    private static final Object LOADING = new Object();

    @GuardedBy("LOADING")
    private static boolean loaded;

    private final Path file;
    private final String url;
    private final Ticker ticker;

    Sqlite(StoreConfig config, Ticker ticker) {
        this.ticker = ticker;
        file = Path.of(config.place());
        url = config.url();
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public boolean oneWriter() {
        return true;
    }

    /** Nothing is written to a file that is broken: what is left in it may yet be saved. */
    @Override
    public void inspect() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (file.toFile().length() <= CHECKED_BYTES) {
                try (ResultSet answer = statement.executeQuery("pragma quick_check(1)")) {
                    if (answer.next() && !answer.getString(1).equals("ok")) {
                        throw new SQLiteException(answer.getString(1), SQLiteErrorCode.SQLITE_CORRUPT);
                    }
                }
            }
            statement.execute("pragma journal_mode = wal");
        }
    }

    /** The first one has to be made here. */
    Connection connect() throws SQLException {
        loadLibrary();
        return dataSource().getConnection();
    }

    /**
     * A committed write is on the disk, not just with the operating system; a transaction takes the right to write when it begins,
     * since one that asks later may be refused half way.
     */
    @Override
    public DataSource dataSource() {
        SQLiteConfig options = new SQLiteConfig();
        options.setBusyTimeout(BUSY_MILLIS);
        options.enforceForeignKeys(true);
        options.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        options.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(options);
        source.setUrl(url);
        return source;
    }

    @Override
    public void configure(HikariConfig pool) {
        pool.setDataSource(dataSource());
        pool.setMaxLifetime(0);
    }

    /** Not by the driver's own time-out: that is how long a statement waits for a lock, and not how long it runs. */
    @Override
    public <T> T within(Duration limit, PreparedStatement statement, Execution<T> execution) throws SQLException {
        SQLiteConnection connection = statement.getConnection().unwrap(SQLiteConnection.class);
        long start = ticker.nanos();
        ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
            @Override
            protected int progress() {
                return ticker.nanos() - start > limit.toNanos() ? 1 : 0;
            }
        });
        try {
            return execution.run(statement);
        } catch (SQLiteException e) {
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_INTERRUPT) {
                throw RefusedStatement.tookTooLong(limit);
            }
            throw e;
        } finally {
            ProgressHandler.clearHandler(connection);
        }
    }

    /**
     * The driver unpacks its library into a folder and would leave it there when the program ends in a hurry. Once it is loaded, the
     * files are not needed any more.
     */
    private static void loadLibrary() throws SQLException {
        synchronized (LOADING) {
            if (loaded) {
                return;
            }
            String before = System.getProperty("org.sqlite.tmpdir");
            try {
                File folder = Files.createTempDirectory("odin-bot-sqlite").toFile();
                System.setProperty("org.sqlite.tmpdir", folder.toString());
                SQLiteJDBCLoader.initialize();
                File[] unpacked = folder.listFiles();
                for (File one : unpacked == null ? new File[0] : unpacked) {
                    Files.deleteIfExists(one.toPath());
                }
                Files.deleteIfExists(folder.toPath());
                loaded = true;
            } catch (IOException e) {
                throw new TroubleException(noLibrary(e));
            } catch (Exception e) { // what the driver declares
                throw new TroubleException(noLibrary(e));
            } finally {
                if (before == null) {
                    System.clearProperty("org.sqlite.tmpdir");
                } else {
                    System.setProperty("org.sqlite.tmpdir", before);
                }
            }
        }
    }

    private static Trouble noLibrary(Exception fault) {
        return new Trouble(
                "SQLite's library cannot be loaded (" + fault + ")",
                "Let the bot's user write the temporary folder, and run programs from there.");
    }

    @Override
    public @Nullable Trouble trouble(SQLException fault) {
        if (!(fault instanceof SQLiteException sqlite)) {
            return null;
        }
        // the low byte is the kind of the fault, the rest its detail
        return switch (sqlite.getResultCode().code & 0xff) {
            case 13 ->
                new Trouble(
                        "The disk is full: " + file + " cannot grow",
                        "Free some space on it. What was stored before is safe.");
            case 5, 6 ->
                new Trouble("Another program holds " + file + " locked", "Close it there; two bots need two files.");
            case 11, 26 ->
                new Trouble(
                        file + " is broken or no database (" + fault.getMessage() + ")",
                        "It is left as it is. Stop the bot, move the file away together with its -wal and -shm, and put a backup"
                                + " in its place; without one the bot starts with a new, empty file.");
            case 8, 3, 23 ->
                new Trouble(
                        file + " cannot be written to (" + fault.getMessage() + ")",
                        "Let the bot's user write the file and its folder, or set storage.url to another place.");
            case 14 -> cannotOpen(fault.getMessage());
            case 10 ->
                new Trouble(
                        file + " cannot be read or written (" + fault.getMessage() + ")",
                        "Look after the disk. What was stored before is not changed.");
            default -> null;
        };
    }

    private Trouble cannotOpen(@Nullable String reason) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            return new Trouble(
                    "There is no folder " + folder + " for the database", "Make it, or correct storage.url.");
        }
        return new Trouble(
                file + " cannot be opened (" + reason + ")",
                "Let the bot's user write the file and its folder, or set storage.url to another place.");
    }

    /** Empty tables refer to nothing; until they are, references are not looked at. */
    @Override
    public void drop(Handle handle, List<String> views, List<String> tables) {
        handle.execute("pragma defer_foreign_keys = on");
        views.forEach(view -> handle.execute("drop view " + view));
        tables.forEach(table -> handle.execute("delete from " + table));
        tables.forEach(table -> handle.execute("drop table " + table));
    }
}
