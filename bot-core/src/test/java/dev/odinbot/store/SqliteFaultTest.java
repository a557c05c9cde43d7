package dev.odinbot.store;

import static dev.odinbot.store.Stores.await;
import static dev.odinbot.store.Stores.fault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.room.UserId;
import dev.odinbot.api.storage.StorageException;
import dev.odinbot.permission.PermissionStore.StoredGroup;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.FakeTicker;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database in a file, and what can happen to it. */
class SqliteFaultTest {

    private static final Duration LATER = Duration.ofSeconds(6);
    private static final String BIG = "v".repeat(20_000);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("odin-bot.db");
    }

    private StoreConfig config() {
        return new StoreConfig("", "", "", 2).beside(folder);
    }

    private Connection connect() throws SQLException {
        return new Sqlite(config(), new FakeTicker()).connect();
    }

    private static long errors(String log) {
        return log.lines().filter(line -> line.startsWith("ERROR")).count();
    }

    @Test
    void file_isMadeAtTheFirstStart_inWalMode_andEveryCommitReachesTheDisk() throws Exception {
        try (Stores stores = new Stores(config())) {
            await(stores.keys("a").put("k", "v"));
            assertThat(folder.resolve("odin-bot.db-wal")).exists();
            for (String pragma : List.of("journal_mode wal", "synchronous 2", "foreign_keys 1", "busy_timeout 2000")) {
                String[] expected = pragma.split(" ");
                String value = await(stores.database
                        .lane()
                        .submit(
                                Access.READ,
                                0,
                                handle -> handle.createQuery("pragma " + expected[0])
                                        .mapTo(String.class)
                                        .one()));
                assertThat(value).as(expected[0]).isEqualTo(expected[1]);
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void library_isNotLeftInTheTemporaryFolder() throws IOException {
        Set<String> before = unpacked();
        try (Stores stores = new Stores(config())) {
            await(stores.keys("a").get("k"));
        }

        assertThat(unpacked()).isSubsetOf(before);
        assertThat(System.getProperty("org.sqlite.tmpdir")).isNull();
    }

    private static Set<String> unpacked() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("sqlite"))
                    .collect(Collectors.toSet());
        }
    }

    /** SQLite's own limit is reached as a disk's end is; a real disk is in {@link SmallDiskTest}. */
    @Test
    void full_writesAreRefusedAndReadsGoOn_andWorkAgainWhenThereIsRoom() {
        StoreConfig small = new StoreConfig(config().url() + "?max_page_count=80", "", "", 2);
        try (Stores stores = new Stores(small)) {
            await(stores.keys("a").put("first", "kept"));
            int[] stored = {0};
            String log = CapturedLog.of(() -> {
                while (!fails(stores, "k" + stored[0])) {
                    stored[0]++;
                }
                assertThat(fault(stores.keys("a").put("more", BIG)))
                        .isInstanceOf(StorageException.class)
                        .hasMessage("The disk is full: " + file()
                                + " cannot grow. Free some space on it. What was stored" + " before is safe.");
                assertThat(await(stores.keys("a").get("first"))).contains("kept");
                assertThat(fault(stores.keys("a").put("even more", BIG))).isInstanceOf(StorageException.class);
            });
            assertThat(errors(log)).as(log).isEqualTo(1);

            String after = CapturedLog.of(() -> {
                await(stores.keys("a").remove("k0"));
                await(stores.keys("a").put("k0", BIG));
            });
            assertThat(after).isEqualTo("INFO Health - The database works again: " + file() + "\n");
            assertThat(await(stores.keys("a").all("k"))).hasSize(stored[0]);
        }
    }

    private static boolean fails(Stores stores, String key) {
        return stores.keys("a")
                .put(key, BIG)
                .handle((done, fault) -> fault != null)
                .toCompletableFuture()
                .join();
    }

    @Test
    void locked_writesAreRefusedAndReadsGoOn_untilTheOtherProgramIsDone() throws Exception {
        try (Stores stores = new Stores(config())) {
            await(stores.keys("a").put("k", "before"));
            try (Connection other = connect();
                    Statement statement = other.createStatement()) {
                statement.execute("begin immediate");
                String log = CapturedLog.of(() -> {
                    assertThat(fault(stores.keys("a").put("k", "during")))
                            .isInstanceOf(StorageException.class)
                            .hasMessage("Another program holds " + file()
                                    + " locked. Close it there; two bots need two files.");
                    assertThat(await(stores.keys("a").get("k"))).contains("before");
                    assertThat(fault(stores.permissions.save(new UserId("ann"), List.of("dj"))))
                            .isInstanceOf(StorageException.class);
                });
                assertThat(errors(log)).as(log).isEqualTo(1);
                statement.execute("rollback");
            }
            await(stores.keys("a").put("k", "after"));
            assertThat(await(stores.keys("a").get("k"))).contains("after");
        }
    }

    @Test
    void garbage_isReportedAndLeftAsItIs() throws IOException {
        byte[] garbage =
                "This is not a database, but somebody's letter.\n".repeat(200).getBytes();
        Files.write(file(), garbage);

        brokenStart();

        assertThat(file()).hasBinaryContent(garbage);
    }

    @Test
    void truncated_isReportedAndLeftAsItIs() throws IOException {
        try (Stores stores = new Stores(config())) {
            for (int i = 0; i < 20; i++) {
                await(stores.keys("a").put("k" + i, BIG));
            }
        }
        try (RandomAccessFile cut = new RandomAccessFile(file().toFile(), "rw")) {
            cut.setLength(cut.length() / 2 + 100);
        }
        byte[] left = Files.readAllBytes(file());

        brokenStart();

        assertThat(file()).hasBinaryContent(left);
    }

    @Test
    void overwrittenInTheMiddle_isReportedAndLeftAsItIs() throws IOException {
        try (Stores stores = new Stores(config())) {
            await(stores.keys("a").put("k", BIG));
        }
        try (RandomAccessFile scratch = new RandomAccessFile(file().toFile(), "rw")) {
            scratch.seek(4096);
            scratch.write(new byte[12_000]);
        }
        byte[] left = Files.readAllBytes(file());

        brokenStart();

        assertThat(file()).hasBinaryContent(left);
    }

    /** The bot begins with nothing, says so, and takes no change that would replace what it could not read. */
    private void brokenStart() {
        try (Stores stores = new Stores(config())) {
            String log = CapturedLog.of(() -> {
                stores.database.open();
                assertThat(stores.permissions.load().groups()).isEmpty();
                assertThat(stores.switches.disabled()).isEmpty();
                assertThat(stores.rooms.load()).isEmpty();
            });
            assertThat(log.lines().toList())
                    .hasSize(4)
                    .allMatch(line -> line.startsWith("ERROR"))
                    .anyMatch(
                            line -> line.startsWith("ERROR Health - " + file() + " is broken or no database (")
                                    && line.endsWith(
                                            "It is left as it is. Stop the bot, move the file away together with its -wal"
                                                    + " and -shm, and put a backup in its place; without one the bot starts with a new, empty"
                                                    + " file. The bot goes on; what it cannot store is told to who asked for it."))
                    .anyMatch(line ->
                            line.contains("The stored permissions cannot be read: the bot goes on without them"));
            assertThat(fault(stores.permissions.save(new StoredGroup("dj", List.of(), List.of()))))
                    .isInstanceOf(StorageException.class)
                    .hasMessageStartingWith("The stored permissions could not be read when the bot started");
            assertThat(fault(stores.keys("a").put("k", "v"))).isInstanceOf(StorageException.class);
            stores.ticker.advance(LATER);
            assertThat(fault(stores.keys("a").put("k", "v"))).hasMessageContaining("is broken or no database");
        }
    }

    @Test
    void broken_thenReplacedByABackup_worksForPluginsAtOnceAndForTheRestAfterARestart() throws IOException {
        try (Stores stores = new Stores(config())) {
            await(stores.permissions.save(new UserId("ann"), List.of("owner")));
        }
        Path backup = folder.resolve("backup");
        Files.move(file(), backup);
        Files.writeString(file(), "broken, and long enough to be no new file".repeat(100));
        try (Stores stores = new Stores(config())) {
            CapturedLog.of(
                    () -> assertThat(stores.permissions.load().groupsByUser()).isEmpty());
            Files.delete(file());
            Files.move(backup, file());
            stores.ticker.advance(LATER);
            await(stores.keys("a").put("k", "v"));
            assertThat(fault(stores.permissions.save(new UserId("ann"), List.of("dj"))))
                    .hasMessageContaining("so that none is lost");
        }
        try (Stores stores = new Stores(config())) {
            assertThat(stores.permissions.load().groupsByUser()).containsEntry(new UserId("ann"), List.of("owner"));
        }
    }

    @Test
    void folder_thatIsMissing_isReported() {
        StoreConfig nowhere = new StoreConfig("jdbc:sqlite:" + folder.resolve("none/bot.db"), "", "", 1);
        try (Stores stores = new Stores(nowhere)) {
            assertThat(fault(stores.keys("a").get("k")))
                    .hasMessage("There is no folder " + folder.resolve("none")
                            + " for the database. Make it, or correct storage.url.");
        }
    }

    @Test
    void newerVersion_isNotTouched() throws Exception {
        new Stores(config()).close();
        try (Stores stores = new Stores(config())) {
            await(stores.keys("a").put("k", "v"));
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update odinbot_schema set version = '" + (Schema.NEWEST + 1) + "'");
        }
        try (Stores stores = new Stores(config())) {
            assertThat(fault(stores.keys("a").get("k")))
                    .hasMessage(file() + " was written by a newer version of the bot (2, this one knows 1). Use that"
                            + " version, or a backup from before.");
        }
    }

    @Test
    void newestVersion_isThatOfTheLastMigration() throws Exception {
        Path migrations = Path.of(
                        Schema.class.getResource("/db/migration/V1__start.sql").toURI())
                .getParent();
        try (Stream<Path> files = Files.list(migrations)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"))
                            .mapToInt(Integer::parseInt)
                            .max())
                    .hasValue(Schema.NEWEST);
        }
    }
}
