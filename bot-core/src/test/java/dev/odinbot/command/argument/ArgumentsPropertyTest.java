package dev.odinbot.command.argument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Flag;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.Peer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for lines of any kind; {@code -Dfuzz.cases=N} makes N of each. A seed that failed is in the test's name. */
class ArgumentsPropertyTest {

    private static final int CASES = Integer.getInteger("fuzz.cases", 1_000);
    private static final String ALPHABET = "ab \t\\\"'`“”„‘«»「」=-—–59:.%@éẞ🎵\u202e\n";

    @SuppressWarnings("unused") // only what they declare matters
    private static final class Commands {
        @Command("a <one> [two] [more...]")
        void words(String one, Optional<String> two, List<String> more) {}

        @Command("a <one> [two]")
        void flags(
                String one,
                Optional<String> two,
                @Flag(shorthand = "a") boolean all,
                @Flag(shorthand = "b") Optional<String> by,
                @Flag OptionalInt limit) {}

        @Command("a [time] [rest]")
        void rest(
                Optional<Duration> time,
                @Rest Optional<Peer> rest,
                @Flag(shorthand = "a") boolean all,
                @Flag(shorthand = "b") Optional<String> by) {}
    }

    private static final Declared WORDS = new Declared(Commands.class, "words");
    private static final Declared FLAGS = new Declared(Commands.class, "flags");
    private static final Declared REST = new Declared(Commands.class, "rest");

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bind_anyLine_isAValueOrARefusalThatCanBeWorded(long seed) {
        Random random = new Random(seed);
        for (Declared declared : List.of(WORDS, FLAGS, REST)) {
            String line = text(random, 40) + text(random, 40);

            assertThat(declared.answer(line, Locale.ENGLISH)).isNotBlank().doesNotStartWith("argument.");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bind_quotedWords_comeBack(long seed) {
        Random random = new Random(seed);
        List<String> words = Stream.generate(() -> text(random, 12))
                .limit(2 + random.nextInt(4))
                .toList();
        String line = String.join(
                " ", words.stream().map(ArgumentsPropertyTest::quoted).toList());

        Object[] values = ((Binding.Bound) WORDS.bind(line)).values();

        assertThat(values).containsExactly(words.get(0), Optional.of(words.get(1)), words.subList(2, words.size()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bind_flagsAtAnyPlaces_giveTheSame(long seed) {
        Random random = new Random(seed);
        String one = quoted(text(random, 8));
        String two = quoted(text(random, 8));
        String by = quoted(text(random, 8));
        List<String> flags = new ArrayList<>(List.of(
                random.nextBoolean() ? "--all" : "-a",
                (random.nextBoolean() ? "--by" : "-b") + (random.nextBoolean() ? " " : "=") + by,
                random.nextBoolean() ? "--limit -5" : "--LIMIT=-5"));
        Collections.shuffle(flags, random);
        List<String> parts = new ArrayList<>(List.of(one, two));
        flags.forEach(flag -> parts.add(random.nextInt(parts.size() + 1), flag));
        // The two arguments keep their order wherever the flags are.
        Object[] expected = ((Binding.Bound) FLAGS.bind(one + " " + two + " --all --limit=-5 --by=" + by)).values();

        Binding binding = FLAGS.bind(String.join(" ", parts));

        assertThat(binding).as("%s", parts).isInstanceOf(Binding.Bound.class);
        Object[] values = ((Binding.Bound) binding).values();
        assertThat(Arrays.asList(values)).isEqualTo(Arrays.asList(expected));
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String text(Random random, int length) {
        return random.ints(random.nextInt(length), 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .reduce("", String::concat);
    }
}
