package dev.odinbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.Default;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Cooldown;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Example;
import dev.odinbot.api.command.Flag;
import dev.odinbot.api.command.MaxConcurrency;
import dev.odinbot.api.command.OneOf;
import dev.odinbot.api.command.OnlyInRooms;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.command.Vote;
import dev.odinbot.testing.FakePeer;
import dev.odinbot.testing.FakeRoom;
import dev.odinbot.testing.GoldenFile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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

        @Command("search <text>")
        @Description("Looks for tracks.")
        @Example({"search night", "search night --limit 3 -s title"})
        void search(
                @Rest String text,
                @Flag(shorthand = "l") @Default("10") int limit,
                @Flag(shorthand = "s") @OneOf({"title", "artist"}) @Default("title") String sort,
                @Flag boolean newest) {}

        @Command("loop [mode]")
        @Description("Plays again and again.")
        void loop(@OneOf({"off", "one", "all"}) @Default("one") String mode) {}

        @Command("playlist <name>")
        @Description("Queues a playlist.")
        void playlist(String name) {}

        @Command("playlist save <name>")
        @Description("Keeps the queue.")
        @Permission(grantedTo = Permission.MODERATOR)
        void save(String name) {}

        @Command("playlist list")
        @Cooldown(seconds = 30)
        void list() {}

        @Command("skip")
        @Vote
        void skip() {}

        @Command("radio on")
        @OnlyInRooms("Studio")
        void radio() {}

        @Command("mix slowly")
        @MaxConcurrency(1)
        CompletionStage<Reply> mix() {
            return new CompletableFuture<>();
        }

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
    void help_whatTheAskerMayNotRun_isNotThere() {
        FakeRoom room = new FakeRoom();
        room.register("music", new Music());

        room.peer("anna").says("!help playlist save");
        assertThat(room.lastReply()).startsWith("There is no command !playlist save.");
    }

    @Test
    void why_askersVoiceWouldBeTheLast_saysThatItCanBeUsed() {
        FakeRoom room = new FakeRoom();
        room.register("music", new Music());
        FakePeer anna = room.peer("anna");

        anna.says("!why skip");
        assertThat(room.lastReply()).as("alone").startsWith("You can use !skip now.");
        room.peer("bert");
        anna.says("!why skip");
        assertThat(room.lastReply()).as("half of two").startsWith("You can use !skip now.");
        FakePeer cleo = room.peer("cleo");
        anna.says("!why skip");
        assertThat(room.lastReply()).as("one of three").startsWith("You cannot use !skip right now.");
        cleo.says("!skip");
        anna.says("!why skip");
        assertThat(room.lastReply()).as("second of three").startsWith("You can use !skip now.");
        cleo.says("!why skip");
        assertThat(room.lastReply()).as("voted already").startsWith("You cannot use !skip right now.");
    }

    @Test
    void help_andWhy_answerInTheRoomsLanguage() {
        FakeRoom room = new FakeRoom();
        room.register("music", new Music());
        room.register("dice", new Dice());
        room.peer("bert");
        room.peer("cleo");
        StringBuilder transcript = new StringBuilder();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            room.setLocale(locale);
            room.elapse(Duration.ofMinutes(9)); // past every cooldown, but not the end of a run that is forgotten
            for (String line : List.of(
                    "!help",
                    "!help play",
                    "!help P",
                    "!help  !queue ",
                    "!help stop",
                    "!help music:stop",
                    "!help roll",
                    "!help help",
                    "!help search",
                    "!help loop",
                    "!help playlist",
                    "!help PLAYLIST   Save",
                    "!help playlist list",
                    "!help skip",
                    "!help radio on",
                    "!help mix",
                    "!help plya",
                    "!help frobnicate",
                    "!help play now",
                    "!help x\u202e\u0000" + "y".repeat(80),
                    "!why",
                    "!why stop",
                    "!why playlist save",
                    "!why playlist list",
                    "!playlist list",
                    "!why playlist list",
                    "!mix slowly",
                    "!why mix slowly",
                    "!why skip",
                    "!skip",
                    "!why skip",
                    "!why radio on",
                    "!why !sotp",
                    "!why frobnicate")) {
                int before = room.replies().size();
                room.peer("anna").says(line);
                transcript
                        .append("> ")
                        .append(line.length() > 50 ? "!help x…" : line)
                        .append('\n');
                room.replies()
                        .subList(before, room.replies().size())
                        .forEach(reply -> transcript.append(reply).append('\n'));
            }
        }

        GoldenFile.assertMatches(getClass(), "help.txt", transcript.toString());
    }
}
