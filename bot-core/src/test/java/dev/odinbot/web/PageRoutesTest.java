package dev.odinbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageRoutesTest {

    private final RunningWeb web = new RunningWeb();

    @AfterAll
    void stop() {
        web.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html, <title>ODIN room</title>",
        "/app.js, text/javascript, /api/status/stream",
        "/odin-worker.js, text/javascript, start_decoder",
        "/odin-worklet.js, text/javascript, eyvor-decoder",
        "/app.css, text/css, color-scheme",
        "/icon.svg, image/svg+xml, <svg"
    })
    void asset_requested_isServedWithItsType(String path, String type, String content) throws Exception {
        try (Response response = web.get(path)) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.header("Content-Type")).startsWith(type);
            assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.body().string()).contains(content);
        }
    }

    @Test
    void page_served_allowsNothingFromElsewhereAndNoInlineCode() throws Exception {
        try (Response response = web.get("/")) {
            assertThat(response.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                    .doesNotContain("'unsafe-inline'", "'unsafe-eval'", "data:");
            assertThat(response.body().string()).doesNotContain("https://", "http://", "<style", "style=", "onclick");
        }
    }

    @Test
    void asset_knownToTheBrowser_isNotSentAgain() throws Exception {
        String etag;
        try (Response first = web.get("/app.js")) {
            etag = first.header("ETag");
            assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        }
        try (Response again = web.send(web.request("/app.js").header("If-None-Match", etag))) {
            assertThat(again.code()).isEqualTo(304);
            assertThat(again.body().bytes()).isEmpty();
        }
        try (Response other = web.send(web.request("/app.js").header("If-None-Match", "\"0123\""))) {
            assertThat(other.code()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/web/index.html", "/index.html/..%2f", "/%2e%2e/config.yml", "/package.json"})
    void path_notOfThePage_isNotFound(String path) throws Exception {
        try (Response response = web.get(path)) {
            assertThat(response.code()).isBetween(400, 404);
        }
    }
}
