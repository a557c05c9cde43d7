package dev.odinbot.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            'a song'           , 'a song'
            '  a \t\r\n song ' , 'a song'
            'a\u0000b\u001b[1m', 'ab[1m'
            'a\u202ecba'       , 'acba'
            'a\u2028b'         , 'a b'
            'a\ud800b'         , 'ab'
            'Grüße 🎵'          , 'Grüße 🎵'
            ''                 , ''
            """)
    void line_oddCharacters_areRemoved(String text, String expected) {
        assertThat(PlainText.line(text, 20)).isEqualTo(expected);
    }

    @Test
    void line_longText_isCutBetweenCharacters() {
        assertThat(PlainText.line("🎵".repeat(30), 10)).isEqualTo("🎵".repeat(9) + "…");
        assertThat(PlainText.line("🎵".repeat(10), 10)).isEqualTo("🎵".repeat(10));
        assertThat(PlainText.line("x".repeat(1_000_000), 10)).isEqualTo("xxxxxxxxx…");
    }
}
