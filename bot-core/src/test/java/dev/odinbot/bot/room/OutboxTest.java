package dev.odinbot.bot.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.room.PeerId;
import dev.odinbot.bot.room.ChatCodec.Form;
import dev.odinbot.bot.room.Outbox.Destination;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.FakeTicker;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Destination ANNA = new Destination(Optional.of(new PeerId(7)), Form.PLAIN);

    private final RecordingOdinRoom room = new RecordingOdinRoom();
    private final FakeTicker ticker = new FakeTicker();
    private final Outbox outbox = new Outbox(room, ticker, text -> Words.of(text, Locale.ENGLISH));

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

        outbox.add(Destination.EVERYBODY, "four");

        room.finishSending();
        assertThat(room.takeTexts()).containsExactly("two");
        room.finishSending();
        assertThat(room.takeTexts()).containsExactly("psst to [7]");
        room.finishSending();
        assertThat(room.takeTexts()).containsExactly("three\nfour");
    }

    @Test
    void linesInTwoForms_keepTheirOrder() {
        Destination object = new Destination(Optional.empty(), Form.OBJECT);
        room.holdSending();
        outbox.add(Destination.EVERYBODY, "one");
        outbox.add(Destination.EVERYBODY, "two");
        outbox.add(object, "three");
        outbox.add(Destination.EVERYBODY, "four");
        room.releaseSending();

        assertThat(room.takeTexts())
                .containsExactly("one", "two", "send {\"kind\":\"message\",\"payload\":{\"text\":\"three\"}}", "four");
    }

    @Test
    void lines_whileTheRoomIsLost_goWhenItIsJoinedAgain() {
        room.holdSending();
        outbox.add(Destination.EVERYBODY, "one");
        room.takeTexts();
        room.loseConnection();
        outbox.add(Destination.EVERYBODY, "two");
        assertThat(room.takeTexts()).isEmpty();

        ticker.advance(Outbox.TOO_LATE);
        room.rejoin();
        outbox.stateChanged();
        room.releaseSending();

        assertThat(room.takeTexts()).as("which was under way too").containsExactly("one\ntwo");
    }

    @Test
    void line_whoseFailureComesBeforeTheNewsOfTheLoss_waitsToo() {
        room.holdSending();
        outbox.add(Destination.EVERYBODY, "one");
        room.takeTexts();
        room.afterNextRefusal(OdinRoom.State.RECONNECTING);
        room.lose(OdinRoom.State.JOINED);

        room.rejoin();
        outbox.stateChanged();

        assertThat(room.takeTexts()).containsExactly("one");
    }

    @Test
    void lines_ofARoomLostForLong_areTooLate_countedAndTold() {
        room.lose(OdinRoom.State.RECONNECTING);
        outbox.add(Destination.EVERYBODY, "one");
        outbox.add(Destination.EVERYBODY, "two");
        ticker.advance(Outbox.TOO_LATE);
        outbox.add(Destination.EVERYBODY, "three");
        ticker.advance(Duration.ofNanos(1));
        room.rejoin();

        String log = CapturedLog.of(outbox::stateChanged);

        assertThat(room.takeTexts()).containsExactly("three", "2 answers came too late to be said.");
        assertThat(log).contains("0 chat lines were left out because too many waited, 2 because they were too late");
    }

    @Test
    void messages_ofAFloodOfGreetings_doNotGrowWithoutBound() {
        room.holdSending();
        for (int peer = 0; peer < 1000; peer++) {
            outbox.add(new Destination(Optional.of(new PeerId(peer)), Form.PLAIN), "Hello");
        }
        outbox.add(Destination.EVERYBODY, "answer");
        room.takeTexts();
        room.releaseSending();

        assertThat(room.takeTexts())
                .hasSize(Outbox.MOST_WAITING + 1)
                .contains("answer")
                .last()
                .isEqualTo("900 more answers were left out: too much was said at once.");
    }

    @Test
    void quiet_isWhenTheLastIsSaid_orCannotBe() {
        room.holdSending();
        assertThat(outbox.quiet()).isCompleted();
        outbox.add(Destination.EVERYBODY, "one");
        outbox.add(Destination.EVERYBODY, "two");
        CompletionStage<Void> quiet = outbox.quiet();
        room.finishSending();
        assertThat(quiet).isNotCompleted();
        room.finishSending();
        assertThat(quiet).isCompleted();

        outbox.add(Destination.EVERYBODY, "three");
        CompletionStage<Void> lost = outbox.quiet();
        room.loseConnection();
        assertThat(lost).isCompleted();
    }

    @Test
    void lines_ofARoomThatIsLeft_areForgottenWithAWord() {
        room.becomes(OdinRoom.State.LEFT);

        assertThat(CapturedLog.of(() -> outbox.add(Destination.EVERYBODY, "one")))
                .contains("1 messages not sent");
        room.rejoin();
        outbox.stateChanged();
        assertThat(room.takeTexts()).isEmpty();
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

        assertThat(room.takeTexts()).hasSize(3).allMatch(text -> text.length() <= ChatCodec.MESSAGE_CHARS);
    }

    @Test
    void texts_beyondTheBound_areLeftOutLoggedAndTold() {
        room.holdSending();
        String log = CapturedLog.of(() -> {
            for (int i = 0; i < 100; i++) {
                outbox.add(Destination.EVERYBODY, "x".repeat(1000));
            }
        });
        assertThat(log).containsOnlyOnce("the oldest are left out");
        room.releaseSending();

        List<String> said = room.takeTexts();
        assertThat(said).last().isEqualTo("59 more answers were left out: too much was said at once.");
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
