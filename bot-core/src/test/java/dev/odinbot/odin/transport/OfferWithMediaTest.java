package dev.odinbot.odin.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.odinbot.testing.network.UdpProxy.Way;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offers of clients that would also send pictures and sound, were they not refused: answered section by section. */
class OfferWithMediaTest {

    private static final Pattern MID = Pattern.compile("a=mid:(\\S+)");
    private static final String AUDIO = section("audio", "UDP/TLS/RTP/SAVPF 111", "mic");
    private static final String VIDEO = section("video", "UDP/TLS/RTP/SAVPF 96 97", "cam");

    private static Ends ends;

    @BeforeAll
    static void open() {
        ends = Ends.of(Stack.OURS, Stack.OURS);
    }

    @AfterAll
    static void close() {
        ends.close();
    }

    private static String section(String kind, String formats, String mid) {
        return "m=" + kind + " 0 " + formats + "\r\nc=IN IP4 0.0.0.0\r\na=inactive\r\na=mid:" + mid + "\r\n";
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "true, true"})
    void answer_rejectedSectionsAroundTheData_areAnsweredInOrderAndTheDataConnects(boolean before, boolean after)
            throws Exception {
        try (Line line = new Line(ends, 41, offer -> among(offer, before ? AUDIO : "", after ? VIDEO : ""))) {
            String answer = line.answering.localDescription();

            assertThat(answer.lines().filter(text -> text.startsWith("m=")).map(text -> text.replaceAll(" .*", "")))
                    .containsExactlyElementsOf(expected(before, after, "m=audio", "m=application", "m=video"));
            assertThat(answer.lines().filter(text -> text.matches("m=(audio|video) .*")))
                    .allMatch(text -> text.matches("m=\\w+ 0 .*"));
            String data = mid(line.offering.localDescription());
            assertThat(answer.lines().filter(text -> text.startsWith("a=mid:")))
                    .containsExactlyElementsOf(expected(before, after, "a=mid:mic", "a=mid:" + data, "a=mid:cam"));
            assertThat(answer.lines()).containsOnlyOnce("a=group:BUNDLE " + data);

            line.open();
            assertThat(line.offering.send(ByteBuffer.wrap(new byte[] {1}))).isTrue();
            await().until(() -> line.way(Way.TO_ANSWERER).getValue().heard().size() == 1);
        }
    }

    private static List<String> expected(boolean before, boolean after, String first, String data, String last) {
        return before ? after ? List.of(first, data, last) : List.of(first, data) : List.of(data, last);
    }

    private static String among(String offer, String before, String after) {
        int data = offer.indexOf("m=application");
        return offer.substring(0, data) + before + offer.substring(data) + after;
    }

    private static String mid(String description) {
        Matcher mid = MID.matcher(description);
        assertThat(mid.find()).isTrue();
        return mid.group(1);
    }
}
