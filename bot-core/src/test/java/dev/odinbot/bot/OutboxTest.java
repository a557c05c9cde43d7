package dev.odinbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.room.PeerId;
import dev.odinbot.bot.ChatCodec.Form;
import dev.odinbot.bot.Outbox.Destination;
import dev.odinbot.testing.CapturedLog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Destination ANNA = new Destination(Optional.of(new PeerId(7)), Form.PLAIN);

    private final RecordingOdinRoom room = new RecordingOdinRoom();
    private final Outbox outbox = new Outbox(room, leftOut -> leftOut + " left out");

    @Test
    void line_whenNothingIsUnderWay_goesAtOnce() {
        outbox.add(Destination.EVERYBODY, "one");
        outbox.add(Destination.EVERYBODY, "two");

        assertThat(room.takeTexts()).containsExactly("one", "two");
    }

    @Test
    void lines_whileOneIsUnderWay_goTogetherInTheNext() {
        room.holdSending();
        outbox.add(Destination.EVERYBODY, "one");
        outbox.add(Destination.EVERYBODY, "two");
        outbox.add(ANNA, "psst");
        outbox.add(Destination.EVERYBODY, "three");
        assertThat(room.takeTexts()).containsExactly("one");

        room.finishSending();
        assertThat(room.takeTexts()).containsExactly("two\nthree");
        room.finishSending();
        assertThat(room.takeTexts()).containsExactly("psst to [7]");
    }

    @Test
    void lines_beyondOneMessage_goInAsManyAsItTakes() {
        room.holdSending();
        String hundred = "x".repeat(99);
        for (int i = 0; i < 41; i++) {
            outbox.add(Destination.EVERYBODY, hundred);
        }
        room.takeTexts();
        room.releaseSending();

        assertThat(room.takeTexts()).hasSize(3).allMatch(text -> text.length() <= Cut.MESSAGE_CHARS);
    }

    @Test
    void texts_beyondTheBound_areLeftOutLoggedAndTold() {
        room.holdSending();
        String log = CapturedLog.of(() -> {
            for (int i = 0; i < 100; i++) {
                outbox.add(Destination.EVERYBODY, "x".repeat(1000));
            }
        });
        assertThat(log).containsOnlyOnce("what comes now is left out");
        room.releaseSending();

        List<String> said = room.takeTexts();
        assertThat(said).last().isEqualTo("59 left out");
        assertThat(said.stream().mapToInt(String::length).sum()).isLessThan(Outbox.MOST_WAITING_CHARS + 3000);
    }

    @Test
    void manyLines_ofARoomThatIsGone_areLoggedAndForgotten() {
        room.refuseSending();
        String log = CapturedLog.of(() -> {
            for (int i = 0; i < 3; i++) {
                outbox.add(Destination.EVERYBODY, "line " + i);
            }
        });
        assertThat(log.lines().filter(line -> line.contains("a chat line was not sent")))
                .hasSize(3);
        assertThat(room.takeTexts()).isEmpty();
    }

    @Test
    void cut_isAtLineEndsThenAtBlanksThenAnywhereButInsideACharacter() {
        String lines = IntStream.range(0, 10).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        assertThat(Cut.into(20, lines)).startsWith("line 0\nline 1\nline 2").allMatch(piece -> piece.length() <= 20);
        assertThat(String.join("\n", Cut.into(20, lines))).isEqualTo(lines);
        assertThat(Cut.into(7, "one two three")).containsExactly("one two", "three");
        assertThat(Cut.into(4, "abcdefgh")).containsExactly("abcd", "efgh");
        assertThat(Cut.into(2, "a\uD83D\uDE00b")).containsExactly("a", "\uD83D\uDE00", "b");
        assertThat(Cut.into(4, "")).containsExactly("");
    }
}
