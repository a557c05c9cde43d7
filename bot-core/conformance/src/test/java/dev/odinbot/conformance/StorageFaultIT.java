package dev.odinbot.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.odinbot.bot.RunningBot;
import dev.odinbot.odin.protocol.PeerUpdated;
import dev.odinbot.testing.ScriptedClient;
import dev.odinbot.testing.ScriptedStream;
import dev.odinbot.testing.Tones;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot while its database does not do what it should: who asks hears of it, and the music goes on. */
class StorageFaultIT {

    private static final int SECOND = 50; // frames

    @TempDir
    private Path folder;

    @Test
    void set_whileAnotherProgramHoldsTheDatabase_isToldToTheAsker_andTheMusicGoesOn() throws Exception {
        Path library = Files.createDirectory(folder.resolve("music"));
        Tones.wav(library.resolve("A long tone.wav"), 440, 0.5, Duration.ofSeconds(60));
        String url = "jdbc:sqlite:" + folder.resolve("odin-bot.db");
        try (RunningBot bot = RunningBot.start("""
                rooms: [{id: Lobby, greeting: ""}]
                permissions: {users: {olga: [owner]}}
                storage: {url: '%s'}
                audio: {library: '%s'}
                local-server: {port: 0, tls-port: 0}
                plugins: {folder: '%s'}
                """.formatted(url, library, MainJobIT.plugins()))) {
            ScriptedClient olga = bot.connect("default", "Lobby", "olga");
            ScriptedStream lobby = olga.join("Lobby");
            olga.openChannel();
            MainJobIT.say(lobby, "!set volume 90");
            MainJobIT.awaitReply(lobby, "The volume of Lobby is 90 now.");
            MainJobIT.say(lobby, "!play long tone");
            await().until(() -> olga.datagrams().size() >= SECOND);

            try (Connection other = DriverManager.getConnection(url);
                    Statement statement = other.createStatement()) {
                statement.execute("begin immediate");
                MainJobIT.say(lobby, "!set volume 80");
                await().untilAsserted(() -> assertThat(MainJobIT.replies(lobby))
                        .anySatisfy(reply -> assertThat(reply)
                                .contains("but only until the bot ends", "could not be kept")
                                .contains("Another program holds ", "Close it there; two bots need two files.")));
                int before = olga.datagrams().size();
                await().until(() -> olga.datagrams().size() >= before + SECOND);
                assertThat(volumes(statement)).containsExactly("90");
                statement.execute("rollback");
            }

            MainJobIT.say(lobby, "!set volume 70");
            MainJobIT.awaitReply(lobby, "The volume of Lobby is 70 now.");
            try (Connection other = DriverManager.getConnection(url);
                    Statement statement = other.createStatement()) {
                assertThat(volumes(statement)).containsExactly("70");
            }
            MainJobIT.opusWithoutGap(
                    olga.datagrams(),
                    lobby.await1(PeerUpdated.MediaStarted.class).media().id());
        }
    }

    private static List<String> volumes(Statement statement) throws SQLException {
        List<String> volumes = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select value from room_setting where name = 'volume'")) {
            while (rows.next()) {
                volumes.add(rows.getString(1));
            }
        }
        return volumes;
    }
}
