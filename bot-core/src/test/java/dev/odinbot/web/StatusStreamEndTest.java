package dev.odinbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.testing.CapturedLog;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Response;
import org.junit.jupiter.api.RepeatedTest;

class StatusStreamEndTest {

    /** More than once: it is about what comes first. */
    @RepeatedTest(20)
    void stream_whenTheServerStops_endsForEveryPageAndLogsNothing() {
        assertThat(CapturedLog.of(StatusStreamEndTest::followAndStop)).doesNotContain("Uncaught", "Exception");
    }

    private static void followAndStop() {
        List<Response> pages = new ArrayList<>();
        try {
            try (RunningWeb web = new RunningWeb()) {
                for (int page = 0; page < 8; page++) {
                    Response response = web.get("/api/status/stream");
                    assertThat(response.body().source().readUtf8Line()).isEqualTo("event: status");
                    pages.add(response);
                }
            }
            pages.forEach(Response::close);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
