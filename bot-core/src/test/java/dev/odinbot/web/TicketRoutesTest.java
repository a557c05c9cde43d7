package dev.odinbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketRoutesTest {

    private static final String WISH = "{\"room\":\"Lobby\",\"secret\":\"annas own secret\"}";
    private final RunningWeb web = new RunningWeb();
    private final RunningWeb open = new RunningWeb("0.0.0.0");

    @AfterAll
    void stop() {
        web.close();
        open.close();
    }

    @Test
    void ticket_forARoomOfOurs_isGranted() throws Exception {
        try (Response response = web.send(ticket(WISH))) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
            assertThat(response.header("Access-Control-Allow-Origin")).isNull();
            assertThat(response.body().string()).contains("\"gateway\":\"local\"", "\"token\":\"token-of-web-");
        }
    }

    @Test
    void ticket_userId_followsFromTheSecretAlone() throws Exception {
        String first = userId("{\"room\":\"Lobby\",\"secret\":\"annas own secret\"}");
        String again = userId("{\"room\":\"Lobby\",\"secret\":\"annas own secret\",\"userId\":\"owner\"}");
        String other = userId("{\"room\":\"Lobby\",\"secret\":\"" + first + "\"}");

        assertThat(first).matches("web-[0-9a-f]{20}").isEqualTo(again).isNotEqualTo(other);
    }

    private String userId(String wish) throws Exception {
        try (Response response = web.send(ticket(wish))) {
            return response.body().string().replaceAll("(?s).*\"userId\":\"([^\"]*)\".*", "$1");
        }
    }

    @Test
    void ticket_withoutSecret_getsAUserIdMadeUp() throws Exception {
        try (Response response = web.send(ticket("{\"room\":\"Lobby\"}"))) {
            assertThat(response.body().string()).contains("token-of-web-");
        }
    }

    @Test
    void ticket_forAForeignRoom_isRefusedWithTheReason() throws Exception {
        try (Response response = web.send(ticket("{\"room\":\"Elsewhere\",\"secret\":\"annas own secret\"}"))) {
            assertThat(response.code()).isEqualTo(403);
            assertThat(response.body().string())
                    .isEqualTo("{\"error\":\"\\\"Elsewhere\\\" is not a room of this bot. Its rooms: Lobby.\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{\"room\":7}",
                "{\"room\":null}",
                "{\"room\":\"  \"}",
                "{\"room\":\"Lobby\",\"secret\":{}}",
                "{\"room\":\"Lobby\",\"secret\":\"too short\"}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void ticket_malformed_isABadRequest(String body) throws Exception {
        try (Response response = web.send(ticket(body))) {
            assertThat(response.code()).isEqualTo(400);
            assertThat(response.body().string()).startsWith("{\"error\":\"");
        }
    }

    @Test
    void ticket_notUtf8_isABadRequest() throws Exception {
        RequestBody body = RequestBody.create(
                new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'}, MediaType.get("application/json"));
        try (Response response = web.send(web.request("/api/ticket").post(body))) {
            assertThat(response.code()).isEqualTo(400);
        }
    }

    @Test
    void ticket_tooLong_isRefused() throws Exception {
        try (Response response = web.send(ticket("{\"room\":\"" + "x".repeat(5000) + "\"}"))) {
            assertThat(response.code()).isEqualTo(413);
        }
        try (Response response = web.send(ticket("{\"room\":\"" + "x".repeat(201) + "\"}"))) {
            assertThat(response.code()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
    void ticket_notDeclaredAsJson_isRefused(String type) throws Exception {
        Request.Builder request = web.request("/api/ticket").post(body(WISH, type));
        try (Response response = web.send(request)) {
            assertThat(response.code()).isEqualTo(415);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:PORT, http://localhost:PORT, 200",
        "127.0.0.1:PORT, , 200",
        "[::1]:PORT, , 200",
        "localhost, , 200",
        "rebound.example:PORT, , 403",
        "rebound.example:PORT, http://rebound.example:PORT, 403",
        "192.168.1.5:PORT, , 403",
        "localhost.evil.example, , 403",
        "localhost:PORT, http://evil.example, 403",
        "localhost:PORT, http://localhost:1, 403",
        "localhost:PORT, null, 403",
        "localhost:PORT, :::, 403",
        "localhost@evil.example, , 400"
    })
    void ticket_fromElsewhere_isRefused(String host, String origin, int code) throws Exception {
        assertAnswer(web, host, origin, code);
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.5:PORT, http://192.168.1.5:PORT, 200",
        "musicbox:PORT, , 200",
        "musicbox.local, , 200",
        "rebound.example, , 403",
        "192.168.1.5:PORT, http://evil.example, 403"
    })
    void ticket_whenBoundToAllAddresses_isForTheWholeNetworkButNotForNamesFromOutside(
            String host, String origin, int code) throws Exception {
        assertAnswer(open, host, origin, code);
    }

    private static void assertAnswer(RunningWeb web, String host, String origin, int code) throws Exception {
        String port = String.valueOf(web.port());
        Request.Builder request = web.request("/api/ticket")
                .post(body(WISH, "application/json; charset=utf-8"))
                .header("Host", host.replace("PORT", port));
        if (origin != null) {
            request.header("Origin", origin.replace("PORT", port));
        }
        try (Response response = web.send(request)) {
            assertThat(response.code()).isEqualTo(code);
        }
    }

    private Request.Builder ticket(String json) {
        return web.request("/api/ticket").post(body(json, "application/json"));
    }

    /** As bytes: from a text, the client would add a charset to the type. */
    private static RequestBody body(String text, String type) {
        return RequestBody.create(text.getBytes(StandardCharsets.UTF_8), MediaType.get(type));
    }
}
