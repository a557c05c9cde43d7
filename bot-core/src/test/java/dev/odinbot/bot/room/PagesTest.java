package dev.odinbot.bot.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.room.UserId;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.FakeTicker;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final UserId ANNA = new UserId("anna");
    private static final UserId BEN = new UserId("ben");

    private final FakeTicker ticker = new FakeTicker();
    private final Pages pages = new Pages(ticker);
    private final FakeRoom room = new FakeRoom();

    @Test
    void shortReply_isShownWhole() {
        assertThat(pages.first(room, ANNA, "short")).isEqualTo("short");
        assertThat(pages.next(room, ANNA)).isEmpty();
    }

    @Test
    void longReply_isShownPageByPageToWhoAsked() {
        String reply = lines(300);

        String first = pages.first(room, ANNA, reply);
        assertThat(first).startsWith("line 0 of many\n").endsWith("\n… page 1 of 3; !more goes on.");
        assertThat(pages.next(room, BEN)).isEmpty();
        String second = pages.next(room, ANNA).orElseThrow();
        String third = pages.next(room, ANNA).orElseThrow();
        assertThat(second).endsWith("\n… page 2 of 3; !more goes on.");
        assertThat(third).endsWith("line 299 of many\nPage 3 of 3, the last one.");
        assertThat(pages.next(room, ANNA)).isEmpty();

        assertThat(first.length()).isLessThanOrEqualTo(ChatCodec.MESSAGE_CHARS);
        assertThat(without(first) + "\n" + without(second) + "\n" + without(third))
                .isEqualTo(reply);
    }

    @Test
    void rest_afterSomeMinutes_isForgotten() {
        pages.first(room, ANNA, lines(300));

        ticker.advance(Pages.KEPT);

        assertThat(pages.next(room, ANNA)).isEmpty();
    }

    @Test
    void command_goesOnInTheRoomsLanguage() {
        room.setLocale(Locale.GERMAN);
        room.register("bot", new MoreCommand(pages));
        pages.first(room, ANNA, lines(300));

        room.peer("anna").says("!more");
        assertThat(room.lastReply()).endsWith("… Seite 2 von 3; weiter geht es mit !more.");
        room.peer("ben").says("!more");
        assertThat(room.lastReply()).isEqualTo("Mehr gibt es nicht zu zeigen.");
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "line " + i + " of many").collect(Collectors.joining("\n"));
    }

    private static String without(String page) {
        return page.substring(0, page.lastIndexOf('\n'));
    }
}
