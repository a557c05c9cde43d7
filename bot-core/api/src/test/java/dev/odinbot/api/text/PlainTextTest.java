package dev.odinbot.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class PlainTextTest {

    static final List<Arguments> LINES = List.of(
            Arguments.of("a song", "a song"),
            Arguments.of("  a \t\r\n song ", "a song"),
            Arguments.of("a\0b\33[1m", "ab[1m"),
            Arguments.of("a\u202ecba", "acba"),
            Arguments.of("a\u2028b", "a b"),
            Arguments.of("a\ud800b", "ab"),
            Arguments.of("Grüße 🎵", "Grüße 🎵"),
            Arguments.of("", ""));

    @ParameterizedTest
    @FieldSource("LINES")
    void line_oddCharacters_areRemoved(String text, String expected) {
        assertThat(PlainText.line(text, 20)).isEqualTo(expected);
    }

    static final List<Arguments> ALIKE = List.of(
            Arguments.of("  Not so BAD, is it? ", "not so bad is it"),
            Arguments.of("bád b\u0061\u0301d ｂａｄ", "bad bad bad"),
            Arguments.of("b\u00adad b\u200bad", "bad bad"),
            Arguments.of("Straße STRASSE ΟΔΟΣ", "strasse strasse οδος"),
            Arguments.of("7\u20e3 -- ½!", "7 1 2"),
            Arguments.of("…", ""));

    @ParameterizedTest
    @FieldSource("ALIKE")
    void words_writtenDifferently_areTheSame(String text, String expected) {
        assertThat(PlainText.words(text)).isEqualTo(expected);
    }

    @Test
    void line_longText_isCutBetweenCharacters() {
        assertThat(PlainText.line("🎵".repeat(30), 10)).isEqualTo("🎵".repeat(9) + "…");
        assertThat(PlainText.line("🎵".repeat(10), 10)).isEqualTo("🎵".repeat(10));
        assertThat(PlainText.line("x".repeat(1_000_000), 10)).isEqualTo("xxxxxxxxx…");
    }
}
