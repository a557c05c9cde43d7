package dev.odinbot.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class WordReaderTest {

    private static final String ALPHABET = "ab \t\\\"'`“”„‘’«»「」é🎵";

    @Test
    void next_words_areSplitAtBlanks() {
        assertThat(words("  one\t two  3 ")).containsExactly("one", "two", "3");
        assertThat(words("")).isEmpty();
    }

    @Test
    void next_quotes_keepBlanks() {
        assertThat(words("\"one two\" 'three four' “five six” „sieben acht“ «neuf dix» 「一 二」"))
                .containsExactly("one two", "three four", "five six", "sieben acht", "neuf dix", "一 二");
        assertThat(words("\"\" x")).containsExactly("", "x");
        assertThat(words("don't stop")).containsExactly("don't", "stop");
    }

    @Test
    void next_backslash_escapesQuotesBlanksAndItself() {
        assertThat(words("\"say \\\"hi\\\"\" a\\ b c\\\\d C:\\music\\x.mp3 end\\"))
                .containsExactly("say \"hi\"", "a b", "c\\d", "C:\\music\\x.mp3", "end\\");
    }

    @Test
    void next_unclosedQuote_isTold() {
        WordReader reader = new WordReader("one „two three");

        assertThat(reader.next()).isEqualTo("one");
        assertThat(reader.unclosedQuote()).isEmpty();
        assertThat(reader.next()).isEqualTo("two three");
        assertThat(reader.unclosedQuote()).isEqualTo("„");
        assertThat(reader.atEnd()).isTrue();
    }

    @Test
    void rest_isAsTyped() {
        WordReader reader = new WordReader("5  \"My  song\" \\o/ ");

        assertThat(reader.next()).isEqualTo("5");
        assertThat(reader.rest()).isEqualTo("\"My  song\" \\o/");
        assertThat(reader.atEnd()).isTrue();
    }

    @RepeatedTest(200)
    void next_anythingQuoted_comesBack(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> words = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            String word = text(random);
            words.add(word);
            line.append('"')
                    .append(word.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append("\" ");
        }

        assertThat(words(line.toString())).isEqualTo(words);
    }

    @RepeatedTest(200)
    void next_anyLine_endsWithoutFault(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());

        assertThat(words(text(random) + text(random))).hasSizeLessThanOrEqualTo(40);
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(20), 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .reduce("", String::concat);
    }

    private static List<String> words(String line) {
        WordReader reader = new WordReader(line);
        List<String> words = new ArrayList<>();
        while (!reader.atEnd()) {
            words.add(reader.next());
        }
        return words;
    }

    /** Reading on to the end for each of them costs a copy of the line each: gigabytes. */
    @Test
    void skip_manyQuotesThatNothingCloses_takesNoMoreThanAFewCopiesOfTheLine() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (String part : List.of("„a ", "\"a 'b `c „d «e ", "a\\ „b ")) {
            String line = part.repeat(64 * 1024 / part.length());
            long before = threads.getCurrentThreadAllocatedBytes();

            WordReader reader = new WordReader(line);
            while (!reader.atEnd()) {
                reader.skip();
            }

            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as(part)
                    .isLessThan(100L * line.length());
        }
    }
}
