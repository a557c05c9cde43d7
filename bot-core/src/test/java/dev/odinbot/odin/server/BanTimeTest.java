package dev.odinbot.odin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.odinbot.odin.protocol.GatewayCall;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.odin.token.TokenClaims;
import dev.odinbot.rpc.JsonRpc;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.LocalRoomServer;
import dev.odinbot.testing.ManualTimers;
import dev.odinbot.testing.ScriptedClient;
import dev.odinbot.testing.ScriptedStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long the server keeps people out, on a clock turned by hand. */
class BanTimeTest {

    private final FakeTicker ticker = new FakeTicker();
    private final LocalRoomServer server = LocalRoomServer.start(ticker, new ManualTimers(ticker));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void ban_runsOut() throws Exception {
        ScriptedStream anna = join("Lobby", "anna");

        ask("RoomBanClient", new GatewayCall.RoomBanClient("Lobby", "anna", 60L));

        assertThat(anna.await1(RoomUpdate.Left.class).reason()).isEqualTo("PeerKicked");
        join("Lobby", "ben");
        ticker.advance(Duration.ofSeconds(60).minusNanos(1));
        assertThatThrownBy(() -> join("Lobby", "anna")).hasMessageContaining("banned from this room");
        ticker.advance(Duration.ofNanos(1));
        join("Lobby", "anna");
    }

    @Test
    void close_withABanTime_keepsEverybodyOutOfThatRoomForSoLong() throws Exception {
        ScriptedStream anna = join("Lobby", "anna");
        ScriptedStream ben = join("Lobby", "ben");

        ask("RoomClose", new GatewayCall.RoomClose("Lobby", 3600L));

        assertThat(anna.await1(RoomUpdate.Left.class).reason()).isEqualTo("RoomClosing");
        assertThat(ben.await1(RoomUpdate.Left.class).reason()).isEqualTo("RoomClosing");
        join("Bar", "anna");
        ticker.advance(Duration.ofHours(1).minusNanos(1));
        for (String user : List.of("anna", "ben", "somebody new")) {
            assertThatThrownBy(() -> join("Lobby", user)).hasMessageContaining("banned from this room");
        }
        ticker.advance(Duration.ofNanos(1));
        join("Lobby", "ben");
    }

    @Test
    void close_withoutABanTime_letsEverybodyBackAtOnce() throws Exception {
        ScriptedStream anna = join("Lobby", "anna");

        ask("RoomClose", new GatewayCall.RoomClose("Lobby", null));

        assertThat(anna.await1(RoomUpdate.Left.class).reason()).isEqualTo("RoomClosing");
        join("Lobby", "anna");
    }

    private ScriptedStream join(String room, String user) throws Exception {
        return ScriptedClient.connect(server, room, user).join(room);
    }

    private void ask(String method, Object call) throws Exception {
        String token = server.token(TokenClaims.connect("Lob", "admin").withSubjects(List.of()));
        byte[] request = JsonRpc.request(1, method, call);
        assertThat(ScriptedClient.post(server.gateway(), token, request).statusCode())
                .isEqualTo(200);
    }
}
