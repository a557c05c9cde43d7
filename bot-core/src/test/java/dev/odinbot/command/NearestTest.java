package dev.odinbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {

    private static final List<String> NAMES = List.of(
            "play", "p", "pause", "queue", "q", "skip", "s", "stop", "nowplaying", "np", "volume", "vol", "help");

    @ParameterizedTest
    @CsvSource({
        "plya, play",
        "paly, play",
        "pley, play",
        "hlep, help",
        "helpp, help",
        "quue, queue",
        "vloume, volume",
        "sotp, stop",
        "nowplayign, nowplaying",
        "now, nowplaying",
        "volum, volume",
        "pauze, pause"
    })
    void of_typo_isWhatWasMeant(String typed, String meant) {
        assertThat(Nearest.of(typed, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "hi", "howdy", "wow", "ban", "subscribe", ""})
    void of_otherWord_isNothing(String typed) {
        assertThat(Nearest.of(typed, NAMES)).isEmpty();
    }

    @Test
    void of_hugeWord_isNotCompared() {
        assertThat(Nearest.of("p".repeat(100_000), NAMES)).isEmpty();
    }

    @Test
    void distance_countsSlips() {
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
        assertThat(Nearest.distance("abc", "abc")).isZero();
        assertThat(Nearest.distance("abcd", "acbd")).isEqualTo(1);
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    }
}
