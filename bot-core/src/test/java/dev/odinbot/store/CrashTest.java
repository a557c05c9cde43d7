package dev.odinbot.store;

import static dev.odinbot.store.Stores.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.testing.FakeTicker;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process (SIGKILL) while it writes, again and again, and looks each time whether all that it was told to be stored is there.
 * {@code -Dcrash.kills=200} for the long run.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashTest {

    private static final int KILLS = Integer.getInteger("crash.kills", 12);
    private static final int NUMBERS_A_RUN = 100_000;

    @TempDir
    private Path folder;

    @Test
    void file_whoseWriterIsKilled_losesNothingThatWasStored() throws Exception {
        StoreConfig config = new StoreConfig("", "", "", 2).beside(folder);

        survives(config, KILLS);
    }

    @Test
    void server_whoseClientIsKilled_losesNothingThatWasStored() throws Exception {
        survives(PostgresServer.database(), Math.max(2, KILLS / 6));
    }

    private static void survives(StoreConfig config, int kills) throws Exception {
        Set<Integer> told = new TreeSet<>();
        for (int kill = 0; kill < kills; kill++) {
            int before = told.size();
            writeAndKill(config, kill, told);
            assertThat(told).hasSizeGreaterThan(before);
            check(config, kill, told);
        }
    }

    /** Killed after another number of values each time; what it said before its end counts too. */
    private static void writeAndKill(StoreConfig config, int kill, Set<Integer> told) throws Exception {
        Process writer = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CrashWriter.class.getName(),
                        config.url(),
                        config.user(),
                        "" + kill * NUMBERS_A_RUN))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            int patience = 1 + kill * 37 % 150;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(Integer.parseInt(line));
                if (--patience == 0) {
                    writer.toHandle().destroyForcibly(); // which leaves what it said readable
                }
            }
            assertThat(writer.waitFor()).isEqualTo(128 + 9);
        } finally {
            writer.destroyForcibly();
        }
    }

    private static void check(StoreConfig config, int kill, Set<Integer> told) throws Exception {
        if (!config.postgres()) {
            try (Connection connection = new Sqlite(config, new FakeTicker()).connect();
                    Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery("pragma integrity_check")) {
                assertThat(answer.next()).isTrue();
                assertThat(answer.getString(1)).isEqualTo("ok");
            }
        }
        try (Stores stores = new Stores(config)) {
            Set<Integer> stored = new TreeSet<>();
            await(stores.keys("keys").all("")).forEach((key, value) -> {
                int number = Integer.parseInt(key);
                assertThat(value).isEqualTo("value " + number + "v".repeat(number % 5000));
                stored.add(number);
            });
            await(stores.tables("rows").query("select n, text from {t}")).forEach(row -> {
                assertThat(row.text("text")).isEqualTo("value " + row.number("n"));
                stored.add((int) row.number("n"));
            });
            assertThat(stored).as("after kill %d", kill + 1).containsAll(told);
        }
    }
}
