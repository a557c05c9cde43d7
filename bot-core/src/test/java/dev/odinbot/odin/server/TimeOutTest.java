package dev.odinbot.odin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.odinbot.odin.protocol.RoomCall;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.LocalRoomServer;
import dev.odinbot.testing.ManualTimers;
import dev.odinbot.testing.ScriptedClient;
import dev.odinbot.testing.ScriptedStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when time passes, with the server's clock turned by hand. */
class TimeOutTest {

    private final FakeTicker ticker = new FakeTicker();
    private final ManualTimers timers = new ManualTimers(ticker);
    private final LocalRoomServer server = LocalRoomServer.start(ticker, timers);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void client_thatAnswersNoPing_isCutOffAfterTenSeconds() throws Exception {
        ScriptedClient anna = ScriptedClient.connect(server, "Lobby", "anna");
        ScriptedStream annasRoom = anna.join("Lobby");
        ScriptedClient sloth = ScriptedClient.connect(server, "Lobby", "sloth");
        sloth.openDeaf(sloth.request("Lobby"));
        await().until(() -> streams() == 4);

        for (int seconds = 5; seconds <= 10; seconds += 5) {
            passing(Duration.ofSeconds(5), annasRoom, anna.main(), sloth.main());
        }
        assertThat(streams()).isEqualTo(4);
        passing(Duration.ofSeconds(5), annasRoom, anna.main(), sloth.main());

        await().until(() -> {
            timers.advance(Duration.ZERO);
            return streams() == 3;
        });
        assertThat(annasRoom.closed()).isNotDone();
    }

    @Test
    void client_thatOnlyAnswersPings_stays() throws Exception {
        ScriptedStream annasRoom =
                ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");
        for (int seconds = 0; seconds < 30; seconds += 5) {
            timers.advance(Duration.ofSeconds(5));
            await().until(() -> server.part(Streams.class).longestSilence().isZero());
        }
        assertThat(streams()).isEqualTo(2);
        assertThat(annasRoom.closed()).isNotDone();
    }

    @Test
    void client_thatTakesNoNoticeOfItsEnd_isIgnoredAndCutOffAfterASecond() throws Exception {
        ScriptedStream annasRoom =
                ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");
        ScriptedClient sloth = ScriptedClient.connect(server, "Lobby", "sloth");
        ScriptedStream slothsRoom = sloth.openDeaf(sloth.request("Lobby"));
        annasRoom.await1(RoomUpdate.PeerJoined.class);
        ScriptedStream bensRoom = ScriptedClient.connect(server, "Lobby", "ben").join("Lobby");
        await().until(() -> streams() == 6);
        slothsRoom.start(new RoomCall.SendMessage(new byte[] {1}, null));
        annasRoom.await1(RoomNotice.MessageReceived.class);

        RoomKey lobby = new RoomKey(server.key().keyId().value(), "Lobby");
        server.part(Rooms.class).ban(lobby, "sloth", Duration.ofMinutes(1));
        slothsRoom.start(new RoomCall.SendMessage(new byte[] {2}, null));
        bensRoom.call(new RoomCall.SendMessage(new byte[] {3}, null));
        assertThat(streams()).isEqualTo(6);
        timers.advance(Duration.ofSeconds(1));

        await().until(() -> {
            timers.advance(Duration.ZERO);
            return streams() == 5;
        });
        annasRoom.await1(RoomUpdate.PeerLeft.class);
        assertThat(annasRoom.heard(RoomNotice.MessageReceived.class))
                .extracting(received -> received.message()[0])
                .containsExactly((byte) 1, (byte) 3);
    }

    @Test
    void client_thatJoinsNoRoom_isClosedAfterThirtySeconds() throws Exception {
        ScriptedStream main = ScriptedStream.open(
                URI.create("ws://127.0.0.1:" + server.gateway().getPort() + "/main"));
        await().until(() -> streams() == 1);
        for (int seconds = 0; seconds < 29; seconds++) {
            passing(Duration.ofSeconds(1), main);
        }
        assertThat(main.closed()).isNotDone();

        timers.advance(Duration.ofSeconds(1));

        assertThat(main.closed().get(30, TimeUnit.SECONDS)).isEqualTo(1000);
    }

    @Test
    void streamId_notUsedInTime_isForgotten() throws Exception {
        ScriptedClient anna = ScriptedClient.connect(server, "Lobby", "anna");
        anna.join("Lobby");
        Joins joins = server.part(Joins.class);
        String streamId = joins.expect(new RoomPeer(
                server.part(Client.class),
                new RoomKey("c", "r"),
                "u",
                new byte[0],
                server.part(Rooms.class),
                server.part(Complaints.class),
                ticker));

        timers.advance(Duration.ofSeconds(10));

        assertThat(joins.arrive(streamId)).isEmpty();
    }

    @Test
    void bucket_afterABurst_letsThroughItsRate() {
        TokenBucket bucket = new TokenBucket(ticker, 10, 50);
        for (int i = 0; i < 50; i++) {
            assertThat(bucket.take()).isTrue();
        }
        assertThat(bucket.take()).isFalse();
        ticker.advance(Duration.ofMillis(99));
        assertThat(bucket.take()).isFalse();
        ticker.advance(Duration.ofMillis(1));
        assertThat(bucket.take()).isTrue();
        assertThat(bucket.take()).isFalse();
    }

    @Test
    void mediaIds_givenBack_restUntilAllOthersHaveBeenUsed() {
        MediaIds ids = new MediaIds();
        assertThat(ids.take(2)).containsExactly(1, 2);
        ids.giveBack(List.of(1, 2));

        assertThat(ids.take(65_533)).doesNotContain(1, 2);
        assertThat(ids.take(2)).containsExactly(1, 2);
        assertThat(ids.take(1)).isEmpty();
    }

    private int streams() {
        return server.part(Streams.class).count();
    }

    /** Lets the living answer their ping, which takes real time, before the clock goes on. */
    private void passing(Duration time, ScriptedStream... living) throws Exception {
        timers.advance(time);
        for (ScriptedStream stream : living) {
            stream.call("Anybody", Map.of()).handle((done, fault) -> null).get(30, TimeUnit.SECONDS);
        }
    }
}
