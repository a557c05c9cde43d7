package dev.odinbot.odin.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.odinbot.odin.protocol.GatewayCall;
import dev.odinbot.odin.protocol.RoomCall;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.odin.token.TokenClaims;
import dev.odinbot.rpc.JsonRpc;
import dev.odinbot.testing.LocalRoomServer;
import dev.odinbot.testing.ScriptedClient;
import dev.odinbot.testing.ScriptedStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayTest {

    private static final byte[] CONNECT = JsonRpc.request(1, "Connect", new GatewayCall.Connect());

    private final LocalRoomServer server = LocalRoomServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void connect_goodToken_answersTheAddressItWasFoundAt() throws Exception {
        GatewayCall.Connected connected = ScriptedClient.connect(server.gateway(), server.token("Lobby", "anna"));

        assertThat(connected.address()).isEqualTo(server.gateway().getAuthority());
        assertThat(connected.token()).contains(".");
    }

    @Test
    void connect_anyOrigin_isAllowed() throws Exception {
        HttpResponse<byte[]> preflight = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.gateway())
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValue("Authorization,Content-Type");
        assertThat(post(server.token("Lobby", "anna"), CONNECT).headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
    }

    @Test
    void connect_badToken_isRefusedWithStatusAndMessage() throws Exception {
        TokenClaims claims = TokenClaims.connect("Lobby", "anna");

        assertRefused(post("abc", CONNECT), 401, -32600, "a token has three segments, but this has 1");
        assertRefused(post("a.b.c", CONNECT), 401, -32600, "the token is not Base64 of JSON objects");
        assertRefused(
                post(server.token(claims.withAudience("sfu")), CONNECT),
                401,
                -32600,
                "the token is not for the gateway (aud)");
        assertRefused(
                post(server.token(claims.withSubjects(List.of("roomClose"))), CONNECT),
                403,
                -32600,
                "the token does not allow this method (sub)");
        try (LocalRoomServer other = LocalRoomServer.start()) {
            assertRefused(post(other.token("Lobby", "anna"), CONNECT), 401, -32600, "the token's key id is unknown");
        }
    }

    @Test
    void call_notUnderstood_isRefused() throws Exception {
        String token = server.token("Lobby", "anna");

        assertRefused(post(token, "[".repeat(100_000)), 400, -32700, "not JSON");
        assertRefused(post(token, "\"\\ud800"), 400, -32700, "not JSON");
        assertRefused(post(token, ""), 400, -32700, "not JSON");
        assertRefused(post(token, "[]"), 400, -32600, "not a JSON-RPC 2.0 request");
        assertRefused(post(token, "{\"jsonrpc\":\"2.0\",\"id\":1}"), 400, -32600, "not a JSON-RPC 2.0 request");
        assertRefused(post(token, JsonRpc.request(1, "SelfDestruct", Map.of())), 404, -32601, "unknown method");
        assertThat(post(token, new byte[2 << 20]).statusCode()).isEqualTo(413);
    }

    @Test
    void roomSendMessage_room_reachesEverybody() throws Exception {
        ScriptedStream anna = ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");

        assertThat(admin("RoomSendMessage", Map.of("room_id", "Lobby", "message", List.of(1, 2))))
                .contains("\"result\":{}");

        assertThat(anna.await1(RoomNotice.MessageReceived.class).message()).containsExactly(1, 2);
    }

    @Test
    void roomUpdate_room_changesItsUserDataForAll() throws Exception {
        ScriptedStream anna = ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");

        admin("RoomUpdate", Map.of("room_id", "Lobby", "user_data", List.of(3)));

        assertThat(anna.await1(RoomUpdate.UserDataChanged.class).userData()).containsExactly(3);
        assertThat(ScriptedClient.connect(server, "Lobby", "ben")
                        .join("Lobby")
                        .joined()
                        .room()
                        .userData())
                .containsExactly(3);
    }

    @Test
    void roomBanClient_user_isKickedAndKeptOut() throws Exception {
        ScriptedStream anna = ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");

        admin("RoomBanClient", new GatewayCall.RoomBanClient("Lobby", "anna", 60L));

        assertThat(anna.await1(RoomUpdate.Left.class).reason()).isEqualTo("PeerKicked");
        ScriptedClient again = ScriptedClient.connect(server, "Lobby", "anna");
        assertThatThrownBy(() -> again.join("Lobby")).hasMessageContaining("banned from this room");
        ScriptedClient.connect(server, "Lobby", "ben").join("Lobby");
    }

    @Test
    void roomBanClient_userOnItsWayIn_isNotLetIn() throws Exception {
        ScriptedStream ben = ScriptedClient.connect(server, "Lobby", "ben").join("Lobby");
        String streamId = ScriptedClient.connect(server, "Lobby", "anna").request("Lobby");
        admin("RoomBanClient", new GatewayCall.RoomBanClient("Lobby", "anna", 60L));

        ScriptedStream anna =
                ScriptedStream.open(URI.create("ws://" + server.gateway().getAuthority() + "/room?" + streamId));

        assertThat(anna.closed().get(30, TimeUnit.SECONDS)).isEqualTo(1000);
        ben.call(new RoomCall.SetPeerPosition(List.of(0.0, 0.0))); // answered behind what he was told
        assertThat(ben.heard(RoomUpdate.PeerJoined.class)).isEmpty();
    }

    @Test
    void roomClose_room_sendsEverybodyAway() throws Exception {
        ScriptedStream anna = ScriptedClient.connect(server, "Lobby", "anna").join("Lobby");

        admin("RoomClose", new GatewayCall.RoomClose("Lobby", null));

        assertThat(anna.await1(RoomUpdate.Left.class).reason()).isEqualTo("RoomClosing");
        assertThat(admin("RoomClose", new GatewayCall.RoomClose("Vault", null)))
                .contains("\"code\":-32600")
                .contains("room not allowed");
    }

    private String admin(String method, Object call) throws Exception {
        String token = server.token(TokenClaims.connect("Lob", "admin").withSubjects(List.of()));
        HttpResponse<byte[]> response = post(token, JsonRpc.request(1, method, call));
        assertThat(response.statusCode()).isEqualTo(200);
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> post(String token, String body) throws Exception {
        return post(token, body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> post(String token, byte[] body) throws Exception {
        return ScriptedClient.post(server.gateway(), token, body);
    }

    private static void assertRefused(HttpResponse<byte[]> response, int status, int code, String message) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(JsonRpc.readResponse(response.body()).value()).hasValue(new JsonRpc.Response.Refused(code, message));
    }
}
