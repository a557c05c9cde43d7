package dev.odinbot.plugins.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordFilterTest {

    private final WordFilter filter = new WordFilter(List.of("Café", "straße", "very  bad", " "));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cafe",
                "CAFÉ!",
                "what a cafe\u0301, really",
                "a ca\u200bfe",
                "ｃａｆｅ",
                "STRASSE",
                "Straße",
                "a very bad word",
                "very-bad"
            })
    void matches_wordHoweverWritten_isFound(String line) {
        assertThat(filter.matches(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cafeteria", "decafe", "bad very", "very good and bad", "caf e", "!?"})
    void matches_otherWords_areLeftAlone(String line) {
        assertThat(filter.matches(line)).isFalse();
    }

    @Test
    void matches_noWords_findsNothing() {
        assertThat(new WordFilter(List.of()).matches("anything")).isFalse();
    }
}
