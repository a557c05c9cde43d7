package dev.odinbot.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server, started once for all tests of this JVM and stopped when it ends. */
final class PostgresServer {

    static final Duration START_LIMIT = Duration.ofMinutes(1);

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    private static final class Shared {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setPGStartupWait(START_LIMIT).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The server's programs come with the tests for this kind of machine only; elsewhere its tests do not run. */
    static void assumeThereIsOne() {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "PostgreSQL for amd64");
    }

    /** Of a new, empty database. */
    static StoreConfig database() {
        assumeThereIsOne();
        String name = "store" + DATABASES.incrementAndGet();
        try (Connection connection = Shared.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return config(Shared.SERVER.getPort(), name);
    }

    static StoreConfig config(int port, String database) {
        return new StoreConfig("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", "", 4);
    }
}
