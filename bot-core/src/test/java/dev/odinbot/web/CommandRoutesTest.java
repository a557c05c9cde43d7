package dev.odinbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandRoutesTest {

    private static final String HELP = "{\"name\":\"help\",\"aliases\":[],\"usage\":\"help\",\"description\":\"\","
            + "\"plugin\":\"bot\",\"arguments\":[],\"flags\":[]}";

    private final RunningWeb web = new RunningWeb();

    @AfterAll
    void stop() {
        web.close();
    }

    @Test
    void commands_ofAVisitor_areWhatThatVisitorMayRun() throws Exception {
        try (Response response = ask("room=Lobby", "Bearer " + RunningWeb.ANNAS_SECRET)) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
            assertThat(response.body().string())
                    .isEqualTo("{\"prefix\":\"!\",\"commands\":[" + HELP + ",{\"name\":\"play\",\"aliases\":[\"p\"],"
                            + "\"usage\":\"play <query> [--loop <mode>]\",\"description\":\"Plays it.\","
                            + "\"plugin\":\"music\",\"arguments\":[{\"name\":\"query\",\"type\":\"text\","
                            + "\"required\":true,\"repeated\":false,\"rest\":false,\"choices\":[]}],\"flags\":[{\"name\":\"--loop\","
                            + "\"shorthand\":\"-l\",\"type\":\"choice\",\"choices\":[\"one\",\"all\"]}]}]}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "room=Lobby, ''",
        "room=Lobby&peer=7, ''",
        "room=Lobby&user=" + RunningWeb.ANNA + ", ''",
        "room=Lobby, Bearer " + RunningWeb.ANNA,
        "room=Lobby, Bearer somebody else's secret",
        "room=Lobby, Bearer short",
        "room=Lobby, " + RunningWeb.ANNAS_SECRET
    })
    void commands_withoutProof_areWhatEveryoneMayRun(String query, String authorization) throws Exception {
        try (Response response = ask(query, authorization)) {
            assertThat(response.body().string()).isEqualTo("{\"prefix\":\"!\",\"commands\":[" + HELP + "]}");
        }
    }

    private Response ask(String query, String authorization) throws Exception {
        return web.send(web.request("/api/commands?" + query).header("Authorization", authorization));
    }

    @ParameterizedTest
    @CsvSource({"'', 400", "peer=7, 400", "room=Elsewhere, 404"})
    void commands_askedForWrongly_areRefused(String query, int code) throws Exception {
        try (Response response = web.get("/api/commands?" + query)) {
            assertThat(response.code()).isEqualTo(code);
            assertThat(response.body().string()).startsWith("{\"error\":\"");
        }
    }

    @Test
    void commands_fromAnotherSite_areRefused() throws Exception {
        try (Response response =
                web.send(web.request("/api/commands?room=Lobby").header("Origin", "http://evil.example"))) {
            assertThat(response.code()).isEqualTo(403);
        }
    }
}
