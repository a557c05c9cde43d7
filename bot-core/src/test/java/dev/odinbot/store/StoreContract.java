package dev.odinbot.store;

import static dev.odinbot.store.Stores.await;
import static dev.odinbot.store.Stores.fault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.storage.KeyValueStore;
import dev.odinbot.api.storage.Row;
import dev.odinbot.api.storage.StorageException;
import dev.odinbot.api.storage.Tables;
import dev.odinbot.permission.PermissionStore.StoredGroup;
import dev.odinbot.testing.CapturedLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every database. */
abstract class StoreContract implements KeyValueContract {

    private Stores stores;

    /** Of a database that is new for each test. */
    abstract StoreConfig config();

    @BeforeEach
    void open() {
        stores = new Stores(config());
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Override
    public KeyValueStore keys(String plugin) {
        return stores.keys(plugin);
    }

    private void restart() {
        stores.close();
        stores = new Stores(config());
    }

    @Test
    void newDatabase_isEmpty() {
        assertThat(stores.permissions.load().groups()).isEmpty();
        assertThat(stores.permissions.load().groupsByUser()).isEmpty();
        assertThat(stores.switches.disabled()).isEmpty();
        assertThat(stores.rooms.load()).isEmpty();
        assertThat(await(stores.keys("music").all(""))).isEmpty();
    }

    @Test
    void callbacks_thatWaitForTheSameStore_stopNobody() {
        List<CompletionStage<Optional<String>>> chains = new ArrayList<>();
        for (int chain = 0; chain < 12; chain++) {
            KeyValueStore keys = stores.keys("plugin-" + chain);
            chains.add(keys.put("a", "1")
                    .thenApply(done -> keys.get("a").toCompletableFuture().join()));
        }
        await(stores.switches.save("music", true));

        assertThat(chains).allSatisfy(chain -> assertThat(await(chain)).hasValue("1"));
    }

    @Test
    void bytes_inAColumn_areRefusedWithItsName() {
        Tables tables = stores.tables("fun");
        String type = config().url().contains("postgresql") ? "bytea" : "blob";

        assertThat(fault(tables.query("select cast('x' as " + type + ") as picture")))
                .hasMessageContaining("picture")
                .hasMessageContaining("Base64");
    }

    @Test
    void permissions_saved_areThereAfterARestartInTheirOrder() {
        await(stores.permissions.save(
                new StoredGroup("dj", List.of("everyone", "a"), List.of("music.*", "-music.stop"))));
        await(stores.permissions.save(new StoredGroup("bare", List.of(), List.of())));
        await(stores.permissions.save(new UserId("ann"), List.of("owner", "dj")));
        restart();

        assertThat(stores.permissions.load().groups())
                .containsExactlyInAnyOrder(
                        new StoredGroup("bare", List.of(), List.of()),
                        new StoredGroup("dj", List.of("everyone", "a"), List.of("music.*", "-music.stop")));
        assertThat(stores.permissions.load().groupsByUser())
                .isEqualTo(Map.of(new UserId("ann"), List.of("owner", "dj")));
    }

    @Test
    void permissions_savedAgain_replaceWhatWas() {
        stores.permissions.save(new StoredGroup("dj", List.of("a", "b"), List.of("x")));
        stores.permissions.save(new StoredGroup("dj", List.of("c"), List.of("y", "z")));
        stores.permissions.save(new UserId("ann"), List.of("dj", "b"));
        await(stores.permissions.save(new UserId("ann"), List.of("c")));

        assertThat(stores.permissions.load().groups())
                .containsExactly(new StoredGroup("dj", List.of("c"), List.of("y", "z")));
        assertThat(stores.permissions.load().groupsByUser()).containsEntry(new UserId("ann"), List.of("c"));
    }

    @Test
    void group_deleted_losesItsEntriesAndItsMembers() {
        stores.permissions.save(new StoredGroup("dj", List.of("a"), List.of("x")));
        stores.permissions.save(new UserId("ann"), List.of("a", "dj", "b"));
        stores.permissions.save(new UserId("bob"), List.of("dj"));
        await(stores.permissions.delete("dj"));
        await(stores.permissions.save(new StoredGroup("dj", List.of(), List.of())));

        assertThat(stores.permissions.load().groups()).containsExactly(new StoredGroup("dj", List.of(), List.of()));
        assertThat(stores.permissions.load().groupsByUser()).isEqualTo(Map.of(new UserId("ann"), List.of("a", "b")));
    }

    @Test
    void userWithoutGroups_isForgotten() {
        stores.permissions.save(new UserId("ann"), List.of("a"));
        await(stores.permissions.save(new UserId("ann"), List.of()));

        assertThat(stores.permissions.load().groupsByUser()).isEmpty();
    }

    @Test
    void switches_areKept() {
        stores.switches.save("fun", true);
        stores.switches.save("fun", true);
        stores.switches.save("music", true);
        await(stores.switches.save("music", false));
        restart();

        assertThat(stores.switches.disabled()).containsExactly("fun");
    }

    @Test
    void roomSettings_areKeptReplacedAndForgotten() {
        RoomId lobby = new RoomId("Lobby");
        stores.rooms.save(lobby, "prefix", "?");
        stores.rooms.save(lobby, "prefix", "'; drop table room_setting; --");
        stores.rooms.save(lobby, "volume", "80");
        stores.rooms.save(new RoomId("Zoë 🎵"), "locale", "de");
        await(stores.rooms.save(lobby, "volume", ""));
        restart();

        assertThat(stores.rooms.load())
                .isEqualTo(Map.of(
                        lobby,
                        Map.of("prefix", "'; drop table room_setting; --"),
                        new RoomId("Zoë 🎵"),
                        Map.of("locale", "de")));
    }

    @Test
    void keys_ofAnotherPlugin_areItsOwn() {
        await(stores.keys("a").put("x", "of a"));
        await(stores.keys("b").put("x", "of b"));

        assertThat(await(stores.keys("a").get("x"))).contains("of a");
        assertThat(await(stores.keys("b").all(""))).isEqualTo(Map.of("x", "of b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud83c", "\udfb5x"})
    void value_thatNotEveryDatabaseKeeps_isRefused(String text) {
        assertThat(fault(stores.tables("a").query("select ?", text))).isInstanceOf(StorageException.class);
    }

    private static final String POLLS =
            "create table {polls} (id integer primary key, title text not null, score double precision,"
                    + " open boolean, ends bigint)";

    @Test
    void tables_keepEveryKindOfValue() {
        Tables tables = stores.tables("poll-box");
        Instant ends = Instant.parse("2026-11-22T12:00:00.123Z");
        await(tables.migrate(List.of(POLLS)));
        int rows = await(tables.update(
                "insert into {polls} (id, title, score, open, ends) values (?, ?, ?, ?, ?), (2, 'x', ?, ?, ?)",
                1,
                "Zoë's 🎵 {polls}?",
                1.5,
                true,
                ends,
                null,
                false,
                1L << 40));

        List<Row> found = await(tables.query("select * from {polls} order by id"));
        assertThat(rows).isEqualTo(2);
        assertThat(found).hasSize(2);
        assertThat(found.get(0).number("ID")).isEqualTo(1);
        assertThat(found.get(0).text("title")).isEqualTo("Zoë's 🎵 {polls}?");
        assertThat(found.get(0).decimal("score")).isEqualTo(1.5);
        assertThat(found.get(0).flag("open")).isTrue();
        assertThat(found.get(0).instant("ends")).isEqualTo(ends);
        assertThat(found.get(1).isNull("score")).isTrue();
        assertThat(found.get(1).flag("open")).isFalse();
        assertThat(found.get(1).number("ends")).isEqualTo(1L << 40);
        assertThat(await(tables.query("select title from {polls} where id = ? and open = ?", 1, true)))
                .hasSize(1);
    }

    @Test
    void tables_ofTheSameNameInTwoPlugins_areTwo() {
        for (String plugin : List.of("fun", "fun-2")) {
            await(stores.tables(plugin).migrate(List.of("create table {t} (who text)")));
            await(stores.tables(plugin).update("insert into {t} values (?)", plugin));
        }

        assertThat(await(stores.tables("fun").query("select who from {t}")))
                .extracting(row -> row.text("who"))
                .containsExactly("fun");
        assertThat(await(stores.tables("fun-2").query("select who from {t}")))
                .extracting(row -> row.text("who"))
                .containsExactly("fun-2");
    }

    @Test
    void query_thatInserts_isAWriteThatAnswers() {
        Tables tables = stores.tables("fun");
        await(tables.migrate(List.of("create table {t} (n integer)")));

        assertThat(await(tables.query("insert into {t} values (?) returning n + 1 as next", 4))
                        .get(0)
                        .number("next"))
                .isEqualTo(5);
        assertThat(await(tables.query("select n from {t}"))).hasSize(1);
    }

    @Test
    void migration_runsEachVersionOnce() {
        Tables tables = stores.tables("fun");
        List<String> first = List.of("create table {t} (n integer)", "insert into {t} values (1)");
        await(tables.migrate(first));
        await(tables.migrate(first));
        restart();
        List<String> second = new ArrayList<>(first);
        second.add("insert into {t} values (2)");
        await(stores.tables("fun").migrate(second));
        await(stores.tables("fun").migrate(second));

        assertThat(await(stores.tables("fun").query("select n from {t} order by n")))
                .extracting(row -> row.number("n"))
                .containsExactly(1L, 2L);
    }

    @Test
    void migration_thatFails_leavesNothing() {
        Tables tables = stores.tables("fun");
        await(tables.migrate(List.of("create table {t} (n integer)")));

        assertThat(fault(tables.migrate(List.of(
                        "create table {t} (n integer)",
                        "insert into {t} values (7)",
                        "create table {u} (n integer)",
                        "creat table {v} (n integer)"))))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("The database refused the statement: ");
        assertThat(await(tables.query("select n from {t}"))).isEmpty();
        assertThat(fault(tables.query("select n from {u}"))).isInstanceOf(StorageException.class);
        await(tables.migrate(List.of("create table {t} (n integer)", "insert into {t} values (8)")));
        assertThat(await(tables.query("select n from {t}"))).hasSize(1);
    }

    @Test
    void migration_ofAChangedVersion_isRefused() {
        Tables tables = stores.tables("fun");
        await(tables.migrate(List.of("create table {t} (n integer)")));

        assertThat(fault(tables.migrate(
                        List.of("create table {t} (n integer, m integer)", "insert into {t} values (1)"))))
                .isInstanceOf(StorageException.class)
                .hasMessage(
                        "Version 1 of the tables of plugin fun is not what was run here before. Put the old statement"
                                + " back, and add a version that changes what it made");
        assertThat(await(tables.query("select n from {t}"))).isEmpty();
    }

    @Test
    void statement_thatIsWrong_isItsOwnersTroubleOnly() {
        Tables tables = stores.tables("fun");
        await(tables.migrate(List.of("create table {t} (n integer primary key)")));

        String log = CapturedLog.of(() -> {
            assertThat(fault(tables.query("select nothing from {t}")))
                    .isInstanceOf(StorageException.class)
                    .hasMessageStartingWith("The database refused the statement: ");
            await(tables.update("insert into {t} values (1)"));
            assertThat(fault(tables.update("insert into {t} values (1)"))).isInstanceOf(StorageException.class);
            assertThat(fault(tables.update("update plugin_key set value = ''")))
                    .hasMessageStartingWith("The statement names plugin_key");
        });

        assertThat(log).isEmpty();
        assertThat(await(tables.query("select n from {t}"))).hasSize(1);
    }

    private static final String COUNTED = "insert into {t} with recursive counted (n) as"
            + " (select 1 union all select n + 1 from counted where n < ?) select n from counted";

    @Test
    void query_ofTheMostRows_isAnswered_andBeyondItIsRefusedWithTheRemedy() {
        Tables tables = stores.tables("fun");
        await(tables.migrate(List.of("create table {t} (n integer)")));
        await(tables.update(COUNTED, Tables.MAX_ROWS));
        assertThat(await(tables.query("select n from {t}"))).hasSize(10_000);

        await(tables.update("insert into {t} values (0)"));
        assertThat(fault(tables.query("select n from {t}")))
                .isInstanceOf(StorageException.class)
                .hasMessage("The query has more than 10000 rows. Ask for a part of them: end it with limit, or let the"
                        + " database count and sum");
        assertThat(await(tables.query("select n from {t} limit 10000"))).hasSize(10_000);
        assertThat(fault(tables.query("insert into {t} select n from {t} returning n")))
                .hasMessageStartingWith("The query has more than");
        assertThat(await(tables.query("select count(*) as n from {t}")).get(0).number("n"))
                .as("nothing of what was refused is kept")
                .isEqualTo(10_001);
    }

    @Test
    void statement_thatTakesTooLong_isStoppedWithoutATrace_andTheNextOneRuns() {
        Tables tables = stores.tables("fun");
        await(tables.migrate(List.of("create table {t} (n integer)", "create table {u} (n bigint)")));
        await(tables.update(COUNTED, 3000));
        String log = CapturedLog.of(() -> List.of(
                        tables.query("select count(*) as n from {t} a, {t} b, {t} c, {t} d"),
                        tables.update("insert into {u} select count(*) from {t} a, {t} b, {t} c, {t} d"),
                        tables.update("insert into {u} select a.n from {t} a, {t} b, {t} c"))
                .forEach(stage -> {
                    Awaitility.await().until(() -> {
                        stores.ticker.advance(Stores.STATEMENT_LIMIT);
                        return stage.toCompletableFuture().isDone();
                    });
                    assertThat(fault(stage))
                            .isInstanceOf(StorageException.class)
                            .hasMessage(
                                    "The statement was stopped because it took longer than 1 s. Let it look at less, for"
                                            + " instance with a narrower where and an index on the columns there");
                }));

        assertThat(log).as("it is its owner's trouble only").isEmpty();
        assertThat(await(tables.update("insert into {u} values (?)", 1))).isEqualTo(1);
        assertThat(await(tables.query("select n from {u}"))).hasSize(1);
        await(stores.keys("other").put("k", "v"));
    }

    @Test
    void purge_removesAllOfOnePluginOnly() {
        Tables tables = stores.tables("fun");
        List<String> versions = List.of(
                "create table {parents} (id integer primary key)",
                "create table {children} (id integer primary key references {parents} (id))",
                "create index {by_id} on {children} (id)",
                "create view {both} as select id from {parents}");
        await(tables.migrate(versions));
        await(tables.update("insert into {parents} values (1)"));
        await(tables.update("insert into {children} values (1)"));
        await(stores.keys("fun").put("a", "1"));
        await(stores.keys("fun").put("b", "1"));
        await(stores.keys("fun-2").put("a", "1"));
        await(stores.tables("fun-2").migrate(List.of("create table {t} (n integer)")));

        assertThat(await(stores.plugins.purge("fun"))).isEqualTo(4);

        assertThat(await(stores.keys("fun").all(""))).isEmpty();
        assertThat(fault(tables.query("select id from {parents}"))).isInstanceOf(StorageException.class);
        assertThat(await(stores.keys("fun-2").all(""))).hasSize(1);
        assertThat(await(stores.tables("fun-2").query("select n from {t}"))).isEmpty();
        await(tables.migrate(versions));
        assertThat(await(tables.query("select id from {both}"))).isEmpty();
        assertThat(await(stores.plugins.purge("none"))).isZero();
    }

    @Test
    void work_isDoneOnTheStoresThreads() {
        List<String> threads = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        stores.database.lane("fun").submit(Access.READ, 0, handle -> {
            threads.add(Thread.currentThread().getName());
            return Latches.await(go);
        });
        CompletionStage<Void> put = stores.keys("fun")
                .put("a", "b")
                .thenRun(() -> threads.add(Thread.currentThread().getName()));
        go.countDown();
        await(put);

        assertThat(threads).hasSize(2);
        assertThat(threads.get(0)).matches("store-\\d+");
        // What hangs on a stage may take its time.
        assertThat(threads.get(1)).matches("store-answer-\\d+");
    }

    @Test
    void burst_beyondWhatMayWait_isRefusedAndTheRestIsStored() {
        CountDownLatch go = new CountDownLatch(1);
        stores.database.lane("fun").submit(Access.READ, 0, handle -> Latches.await(go));
        List<CompletableFuture<Void>> puts = IntStream.range(0, Lane.MAX_WAITING + 10)
                .mapToObj(i -> stores.keys("fun").put("k" + i, "v").toCompletableFuture())
                .toList();

        assertThat(puts.subList(0, Lane.MAX_WAITING - 1)).noneMatch(CompletableFuture::isDone);
        assertThat(puts.subList(Lane.MAX_WAITING - 1, puts.size()))
                .allSatisfy(put -> assertThat(fault(put))
                        .isInstanceOf(StorageException.class)
                        .hasMessageStartingWith("Too much is waiting to be stored"));
        await(stores.keys("calm").put("not", "held up"));
        go.countDown();
        puts.subList(0, Lane.MAX_WAITING - 1).forEach(Stores::await);
        assertThat(await(stores.keys("fun").all(""))).hasSize(Lane.MAX_WAITING - 1);
        await(stores.keys("fun").put("later", "works"));
    }

    @Test
    void burst_ofLongTexts_isRefusedSooner() {
        CountDownLatch go = new CountDownLatch(1);
        stores.database.lane("fun").submit(Access.READ, 0, handle -> Latches.await(go));
        String value = "v".repeat(KeyValueStore.MAX_VALUE_CHARS);
        long refused = IntStream.range(0, 30)
                .mapToObj(i -> stores.keys("fun").put("k" + i, value).toCompletableFuture())
                .filter(CompletableFuture::isCompletedExceptionally)
                .count();
        go.countDown();

        assertThat(refused).isBetween(10L, 20L);
    }

    @Test
    void close_finishesWhatIsWaiting_andTakesNothingMore() {
        CountDownLatch go = new CountDownLatch(1);
        stores.database.lane("fun").submit(Access.READ, 0, handle -> Latches.await(go));
        IntStream.range(0, 50).forEach(i -> stores.keys("fun").put("k" + i, "v"));
        go.countDown();
        stores.close();

        assertThat(fault(stores.keys("fun").put("late", "v")))
                .isInstanceOf(StorageException.class)
                .hasMessage("The bot is stopping: nothing more is stored");
        stores = new Stores(config());
        assertThat(await(stores.keys("fun").all(""))).hasSize(50);
    }
}
