package dev.odinbot.command.argument;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import dev.odinbot.api.audio.Position;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Flag;
import dev.odinbot.api.command.OneOf;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.UserId;
import dev.odinbot.testing.GoldenFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FlagsTest {

    @SuppressWarnings("unused") // only what they declare matters
    private static final class Commands {
        @Command("play <query>")
        void play(
                @Rest String query,
                @Flag(shorthand = "s") boolean shuffle,
                @Flag(shorthand = "v") boolean verbose,
                @Flag(shorthand = "l") @Between(min = 1, max = 9) OptionalInt limit) {}

        @Command("seek <to> [by]")
        void seek(Position to, @Default("2") int by, @Flag @Default("-5") int offset, @Flag boolean exact) {}

        @Command("add [name] [tags...]")
        void add(
                Optional<String> name,
                List<String> tags,
                @Flag(shorthand = "m") @Default("append") @OneOf({"append", "replace"}) String mode,
                @Flag OptionalDouble speed,
                @Flag @Default("nobody") UserId to) {}

        @Command("say <word> <words...>")
        void say(String word, List<String> words) {}
    }

    private static final Map<String, List<String>> TYPED = new TreeMap<>(Map.of(
            "play",
            List.of(
                    "some song",
                    "--shuffle some song",
                    "some  song --shuffle",
                    "some --SHUFFLE song",
                    "-s some song",
                    "some song -sv",
                    "-vs -l 5 some song",
                    "some song --limit 5",
                    "some song --limit=5",
                    "some song -l=\"5\" live",
                    "-svl 5 some song",
                    "some song —shuffle",
                    "some — song",
                    "some song - live -x -1",
                    "\"--shuffle\" song",
                    "\"some --shuffle song\"",
                    "'til dawn --shuffle",
                    "Artist -- Title",
                    "--help me",
                    "help --me --shuffle -- now",
                    "band -s song",
                    "some song -s",
                    "some song -l 5",
                    "some song -l 5 live",
                    "some song -l",
                    "some song -l=5",
                    "-- some --shuffle song",
                    "--shuffle -- -s song --",
                    "some song --shufle",
                    "--limit",
                    "song --limit",
                    "song --limit --shuffle",
                    "song --limit= 5",
                    "song --limit 10",
                    "song --limit five",
                    "song --limit \"5",
                    "song --shuffle=yes",
                    "song -s --shuffle",
                    "-ls 5 song",
                    "-x song",
                    "--shuffle",
                    "-"),
            "seek",
            List.of(
                    "-15s",
                    "-1:30 -5",
                    "1:30 --offset -7",
                    "1:30 --offset=-7 --exact",
                    "--exact 1:30 4",
                    "1:30 -x",
                    "-15s -- -3",
                    "-- -15s",
                    "1:30 4 5",
                    "1:30 --offset --exact"),
            "add",
            List.of(
                    "",
                    "mix",
                    "mix a \"b c\" d",
                    "mix a --mode Replace b",
                    "-m=replace --speed 1,5 mix",
                    "--to anna mix",
                    "--mode other",
                    "mix \"a",
                    "-- --mode -m"),
            "say",
            List.of("a", "a b", "a b --c -d", "a -- b")));

    @Test
    void bind_flagsAnywhere_areTakenOutOfTheLine() {
        StringBuilder transcript = new StringBuilder();
        TYPED.forEach((method, lines) -> {
            Declared declared = new Declared(Commands.class, method);
            transcript.append(declared.signature.usage()).append('\n');
            for (String line : lines) {
                String answer = declared.answer(line, Locale.ENGLISH);
                transcript
                        .append("> ")
                        .append(line)
                        .append("\n  ")
                        .append(answer)
                        .append('\n');
                if (!answer.startsWith("[")) {
                    transcript
                            .append("  ")
                            .append(declared.answer(line, Locale.GERMAN))
                            .append('\n');
                }
            }
        });

        GoldenFile.assertMatches(getClass(), "flags.txt", transcript.toString());
    }
}
