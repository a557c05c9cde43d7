package dev.odinbot.command;

import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.GoldenFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HelpCommandTest {

    @SuppressWarnings("unused") // only what they declare matters
    private static final class Music {
        @Command("play <identifier>")
        @Alias("p")
        @Description("Plays a track of the library or a web address, or queues it.")
        void play(@Rest String identifier) {}

        @Command("queue [page]")
        @Alias({"q", "list"})
        @Description("Lists the tracks that wait.")
        void queue(Optional<String> page) {}

        @Command("stop")
        @Description("Stops playing and empties the queue.")
        void stop() {}
    }

    private static final class Dice {
        @Command("roll [sides]")
        Reply roll(Optional<String> sides) {
            return Reply.silent();
        }
    }

    @Test
    void help_andWhy_answerInTheRoomsLanguage() {
        FakeRoom room = new FakeRoom();
        room.register("music", new Music());
        room.register("dice", new Dice());
        StringBuilder transcript = new StringBuilder();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            room.setLocale(locale);
            for (String line : List.of(
                    "!help",
                    "!help play",
                    "!help P",
                    "!help  !queue ",
                    "!help stop",
                    "!help music:stop",
                    "!help roll",
                    "!help help",
                    "!help plya",
                    "!help frobnicate",
                    "!help play now",
                    "!help x\u202e\u0000" + "y".repeat(80),
                    "!why",
                    "!why stop",
                    "!why !sotp",
                    "!why frobnicate")) {
                room.peer("anna").says(line);
                transcript
                        .append("> ")
                        .append(line.length() > 50 ? "!help x…" : line)
                        .append('\n')
                        .append(room.lastReply())
                        .append('\n');
            }
        }

        GoldenFile.assertMatches(getClass(), "help.txt", transcript.toString());
    }
}
