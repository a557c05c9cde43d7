package dev.odinbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.Between;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.GoldenFile;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class OutcomeTextTest {

    private static final class Commands {
        @Command("play <identifier>")
        Reply play(@Rest String identifier) {
            return Reply.of("playing " + identifier);
        }

        @Command("volume [percent]")
        Reply volume(@Between(min = 0, max = 150) OptionalInt percent) {
            return Reply.of("volume " + percent);
        }

        @Command("remove <n>")
        Reply remove(@Between(min = 1) int n) {
            return Reply.of("removed " + n);
        }

        @Command("roll <sides>")
        Reply roll(long sides) {
            return Reply.of("rolled " + sides);
        }

        @Command("save <name>")
        Reply save(String name) {
            return Reply.of("saved " + name);
        }

        @Command("skip")
        Reply skip() {
            return Reply.of("skipped");
        }
    }

    @Test
    void of_linesPeopleType_areAnsweredInOneLine() {
        FakeRoom room = new FakeRoom();
        room.register("test", new Commands());
        StringBuilder transcript = new StringBuilder();
        for (String line : List.of(
                "hello",
                "!",
                "!!!",
                "! hello",
                "!play",
                "!play  a  \"b",
                "!plya x",
                "!frobnicate",
                "!skip now please",
                "!volume",
                "!volume 80",
                "!volume loud",
                "!volume 151",
                "!volume -1",
                "!volume 99999999999999999999",
                "!volume 80 81",
                "!remove",
                "!remove 0",
                "!remove 99999999999",
                "!remove 1.5",
                "!remove 007",
                "!roll 9223372036854775808",
                "!roll -9223372036854775808",
                "!save \"my list",
                "!save „my list“",
                "!save my list",
                "!SKIP",
                "!" + "x".repeat(500),
                "!foo\u0000\u202e\u001b[31m",
                "!help skip")) {
            int before = room.replies().size();
            room.peer("anna").says(line);
            transcript
                    .append("> ")
                    .append(line.length() > 100 ? "!xxx…" : line.replaceAll("\\p{C}", "?"))
                    .append('\n');
            room.replies()
                    .subList(before, room.replies().size())
                    .forEach(reply -> transcript.append(reply).append('\n'));
        }

        GoldenFile.assertMatches(getClass(), "outcomes.txt", transcript.toString());
    }

    @RepeatedTest(300)
    void of_anyLine_isAtMostOneShortLineAndNeverAFault(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> parts = List.of(
                "play",
                "volume",
                "remove",
                "roll",
                "save",
                "skip",
                "help",
                "plya",
                " ",
                "  ",
                "\t",
                "\n",
                "\"",
                "'",
                "„",
                "\\",
                "!",
                "-",
                "+",
                "9",
                "99999999999999999999",
                "%s",
                "\0",
                "\u202e",
                "\ud800",
                "🎵",
                "x".repeat(3000));
        StringBuilder line = new StringBuilder("!");
        for (int i = random.nextInt(8); i >= 0; i--) {
            line.append(parts.get(random.nextInt(parts.size())));
        }
        FakeRoom room = new FakeRoom();
        room.register("test", new Commands());

        room.peer("anna").says(line.toString());

        assertThat(room.replies()).hasSizeLessThanOrEqualTo(1).noneMatch(reply -> reply.contains("went wrong"));
        assertThat(room.replies())
                .filteredOn(reply -> reply.contains("Usage") || reply.startsWith("I don't"))
                .allMatch(reply -> reply.length() < 200 && reply.lines().count() == 1);
    }

    @Test
    void of_fault_namesTheErrorAndNothingOfItsInside() {
        FakeRoom room = new FakeRoom();
        room.register("test", new Object() {
            @Command("boom")
            void boom() {
                throw new IllegalStateException("key=secret");
            }
        });

        CapturedLog.of(() -> room.peer("anna").says("!boom"));

        assertThat(room.lastReply()).matches("Sorry, that went wrong\\. It is in my log as error [0-9a-f]{6}\\.");
    }
}
