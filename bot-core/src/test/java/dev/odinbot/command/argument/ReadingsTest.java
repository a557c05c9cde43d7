package dev.odinbot.command.argument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Flag;
import dev.odinbot.api.command.OneOf;
import dev.odinbot.api.command.Rest;
import dev.odinbot.signature.ArgumentShape;
import dev.odinbot.signature.CommandSignature;
import dev.odinbot.signature.LineReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The lines that complete.test.js reads too, so that the page completes what the bot would read. */
class ReadingsTest {

    @SuppressWarnings("unused") // only what they declare matters
    private static final class Commands {
        @Command("play <query>")
        void play(
                @Rest String query,
                @Flag(shorthand = "s") boolean shuffle,
                @Flag(shorthand = "v") boolean verbose,
                @Flag(shorthand = "l") @Between(min = 1, max = 9) OptionalInt limit) {}

        @Command("add <name> [tags...]")
        void add(
                String name,
                List<String> tags,
                @Flag(shorthand = "m") @Default("append") @OneOf({"append", "replace"}) String mode,
                @Flag(shorthand = "b") Optional<String> by,
                @Flag(shorthand = "a") boolean all) {}

        @Command("say <word> [words...]")
        void say(String word, List<String> words) {}
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "readings.txt",
            delimiter = '|',
            quoteCharacter = '\0',
            emptyValue = "",
            nullValues = "NULL",
            encoding = "UTF-8")
    void read_line_givesWhatThePageThinks(String command, String line, String arguments, String flags) {
        CommandSignature signature = new Declared(Commands.class, command).signature;

        LineReading reading = LineReading.of(signature, line);

        assertThat(reading.problem()).isEmpty();
        List<String> given = new ArrayList<>();
        for (int i = 0; i < signature.arguments().size(); i++) {
            ArgumentShape argument = signature.arguments().get(i);
            if (argument.repeated() ? !reading.repeated().isEmpty() : reading.argument(i) != null) {
                given.add(argument.name());
            }
        }
        List<String> flagged = new ArrayList<>();
        for (int i = 0; i < signature.flags().size(); i++) {
            if (reading.flag(i) != null) {
                flagged.add(signature.flags().get(i).name());
            }
        }
        assertThat(String.join(" ", given)).isEqualTo(arguments);
        assertThat(String.join(" ", flagged.stream().sorted().toList())).isEqualTo(flags == null ? "" : flags);
    }
}
