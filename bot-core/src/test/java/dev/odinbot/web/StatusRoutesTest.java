package dev.odinbot.web;

import static dev.odinbot.web.RunningWeb.TUNE;
import static dev.odinbot.web.RunningWeb.room;
import static dev.odinbot.web.RunningWeb.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Response;
import okio.BufferedSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusRoutesTest {

    private final RunningWeb web = new RunningWeb();
    private final List<Response> open = new ArrayList<>();

    @AfterEach
    void stop() {
        open.forEach(Response::close);
        web.close();
    }

    @Test
    void status_asked_isTheDocumentedJson() throws Exception {
        web.status = status(room("joined", TUNE, 1234));
        try (Response response = web.get("/api/status")) {
            assertThat(response.header("Content-Type")).isEqualTo("application/json");
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
            assertThat(response.body().string())
                    .isEqualTo(
                            "{\"clock\":{\"ticks\":1000,\"missed\":2,\"latenessMs\":{\"p50\":0.1,\"p99\":0.5,\"max\":3.0}},"
                                    + "\"rooms\":[{\"id\":\"Lobby\",\"state\":\"joined\",\"prefix\":\"!\","
                                    + "\"peers\":[{\"id\":1,\"name\":\"Anna\",\"sending\":true}],"
                                    + "\"playing\":{\"title\":\"Demo\",\"author\":\"odin-bot\",\"lengthMs\":30000,"
                                    + "\"requester\":\"Anna\",\"paused\":false,\"streamTitle\":\"\"},\"positionMs\":1234,"
                                    + "\"queue\":[{\"title\":\"Demo\",\"author\":\"odin-bot\",\"lengthMs\":30000,"
                                    + "\"requester\":\"Anna\",\"paused\":false,\"streamTitle\":\"\"}],"
                                    + "\"framesSent\":500,\"framesMissed\":1}]}");
        }
    }

    @ParameterizedTest
    @CsvSource({"joined, 200, ok", "reconnecting, 503, down"})
    void health_asked_tellsWhetherTheBotIsInItsRooms(String state, int code, String word) throws Exception {
        web.status = status(room(state, null, 0));
        try (Response response = web.send(web.request("/api/health").header("Host", "monitor.example"))) {
            assertThat(response.code()).isEqualTo(code);
            assertThat(json(response.body().string()).get("status").asText()).isEqualTo(word);
        }
    }

    @Test
    void status_askedByAnotherName_isRefused() throws Exception {
        try (Response response = web.send(web.request("/api/status").header("Host", "rebound.example"))) {
            assertThat(response.code()).isEqualTo(403);
            assertThat(json(response.body().string()).get("error").asText()).contains("localhost");
        }
    }

    @Test
    void stream_opened_sendsTheWholeStateAtOnce() throws Exception {
        assertThat(nextEvent(follow()).at("/rooms/0/id").asText()).isEqualTo("Lobby");
    }

    @Test
    void stream_somethingChanges_isSentAtTheNextLook() throws Exception {
        BufferedSource stream = follow();
        nextEvent(stream);
        look(); // nothing new but never sent by the timer before
        nextEvent(stream);
        look(); // nothing new
        web.status = status(room("joined", TUNE, 0));
        look();
        assertThat(nextEvent(stream).at("/rooms/0/playing/title").asText()).isEqualTo("Demo");
    }

    @Test
    void stream_nothingChanges_isRefreshedEveryFiveSeconds() throws Exception {
        web.status = status(room("joined", TUNE, 0));
        BufferedSource stream = follow();
        nextEvent(stream);
        look();
        nextEvent(stream);
        web.status = status(room("joined", TUNE, 4_750)); // plays on: no news
        web.timers.advance(StatusStream.REFRESH.minus(StatusStream.LOOK));
        web.status = status(room("joined", TUNE, 5_000));
        look();
        assertThat(nextEvent(stream).at("/rooms/0/positionMs").asLong()).isEqualTo(5_000);
    }

    @Test
    void stream_clientThatNeverReads_doesNotHoldUpTheOthers() throws Exception {
        follow(); // never read from again
        BufferedSource stream = follow();
        nextEvent(stream);
        String longTitle = "x".repeat(200_000);
        for (int i = 0; i < 200; i++) {
            web.status = status(room(longTitle + i, null, 0));
            look();
        }
        web.status = status(room("left", null, 0));
        look();
        await().until(() -> nextEvent(stream).at("/rooms/0/state").asText().equals("left"));
    }

    @Test
    void stream_tooManyClients_areRefusedUntilOneLeaves() throws Exception {
        for (int i = 0; i < StatusStream.MOST_FOLLOWERS; i++) {
            nextEvent(follow());
        }
        try (Response refused = web.get("/api/status/stream")) {
            assertThat(refused.code()).isEqualTo(503);
            assertThat(json(refused.body().string()).get("error").asText()).contains("Too many");
        }
        open.remove(0).close();
        await().untilAsserted(() -> {
            web.timers.advance(StatusStream.REFRESH); // the write that fails tells that it left
            try (Response admitted = web.get("/api/status/stream")) {
                assertThat(admitted.code()).isEqualTo(200);
            }
        });
    }

    private void look() {
        web.timers.advance(StatusStream.LOOK);
    }

    private BufferedSource follow() throws Exception {
        Response response = web.get("/api/status/stream");
        open.add(response);
        assertThat(response.code()).isEqualTo(200);
        assertThat(response.header("Content-Type")).startsWith("text/event-stream");
        return response.body().source();
    }

    private static JsonNode nextEvent(BufferedSource stream) throws IOException {
        stream.timeout().timeout(Duration.ofSeconds(30).toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        assertThat(stream.readUtf8LineStrict()).isEqualTo("event: status");
        String data = stream.readUtf8LineStrict();
        assertThat(data).startsWith("data: ");
        assertThat(stream.readUtf8LineStrict()).isEmpty();
        return json(data.substring("data: ".length()));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
