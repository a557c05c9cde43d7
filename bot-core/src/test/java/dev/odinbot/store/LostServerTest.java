package dev.odinbot.store;

import static dev.odinbot.store.Stores.await;
import static dev.odinbot.store.Stores.fault;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.storage.StorageException;
import dev.odinbot.testing.CapturedLog;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real server that stops and comes back. */
class LostServerTest {

    private static final Duration LATER = Duration.ofSeconds(6);

    private Path data;
    private int port;
    private EmbeddedPostgres server;

    /** Not a folder of JUnit's: the server runs as somebody who may not look into it. */
    @BeforeEach
    void start() throws IOException {
        PostgresServer.assumeThereIsOne();
        data = Files.createTempDirectory("lost-server");
        port = freePort();
        startServer();
    }

    /** Below those that the system gives to others: it must still be free when the server comes back. */
    private static int freePort() throws IOException {
        for (int port = 20_000 + new Random().nextInt(8_000); ; port++) {
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (BindException e) {
                assertThat(port).as("%s", e).isLessThan(32_000);
            }
        }
    }

    private void startServer() throws IOException {
        server = EmbeddedPostgres.builder()
                .setPort(port)
                .setPGStartupWait(PostgresServer.START_LIMIT)
                .setDataDirectory(data.resolve("data"))
                .setCleanDataDirectory(false)
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        if (server == null) {
            return;
        }
        server.close();
        MoreFiles.deleteRecursively(data, RecursiveDeleteOption.ALLOW_INSECURE);
    }

    private StoreConfig config(String database) {
        return PostgresServer.config(port, database);
    }

    @Test
    void server_stopped_isToldOnce_andWorksAgainWhenItIsBack() throws IOException {
        try (Stores stores = new Stores(config("postgres"))) {
            await(stores.keys("a").put("k", "before"));
            assertThat(stores.permissions.load().groups()).isEmpty();
            server.close();
            String log = CapturedLog.of(() -> {
                for (int i = 0; i < 20; i++) {
                    assertThat(fault(stores.keys("a").put("k", "during " + i)))
                            .isInstanceOf(StorageException.class)
                            .hasMessageStartingWith("PostgreSQL 127.0.0.1:" + port + "/postgres cannot be reached (")
                            .hasMessageContaining("Look whether the server runs and storage.url is right;");
                }
                assertThat(fault(stores.permissions.save(new UserId("ann"), List.of("dj"))))
                        .isInstanceOf(StorageException.class);
            });
            assertThat(log.lines().toList()).as(log).hasSize(1);

            startServer();
            stores.ticker.advance(LATER);
            String after =
                    CapturedLog.of(() -> Awaitility.await().ignoreExceptions().untilAsserted(() -> {
                        stores.ticker.advance(LATER);
                        await(stores.keys("a").get("k"));
                        assertThat(await(stores.keys("a").get("k"))).contains("before");
                    }));
            await(stores.keys("a").put("k", "after"));
            await(stores.permissions.save(new UserId("ann"), List.of("dj")));
            assertThat(await(stores.keys("a").get("k"))).contains("after");
            assertThat(after).doesNotContain("ERROR");
        }
    }

    @Test
    void server_missingAtTheStart_leavesTheBotWithoutMemory() throws IOException {
        try (Stores stores = new Stores(config("postgres"))) {
            await(stores.permissions.save(new UserId("ann"), List.of("owner")));
        }
        server.close();
        try (Stores stores = new Stores(config("postgres"))) {
            String log = CapturedLog.of(
                    () -> assertThat(stores.permissions.load().groupsByUser()).isEmpty());
            assertThat(log)
                    .contains("PostgreSQL 127.0.0.1:" + port + "/postgres cannot be reached (")
                    .contains("The stored permissions cannot be read: the bot goes on without them");
            startServer();
            stores.ticker.advance(LATER);
            await(stores.keys("a").put("k", "works again"));
            assertThat(fault(stores.permissions.save(new UserId("ann"), List.of("dj"))))
                    .hasMessageStartingWith("The stored permissions could not be read when the bot started");
        }
        try (Stores stores = new Stores(config("postgres"))) {
            assertThat(stores.permissions.load().groupsByUser()).containsEntry(new UserId("ann"), List.of("owner"));
        }
    }
}
