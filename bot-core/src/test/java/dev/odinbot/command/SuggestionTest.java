package dev.odinbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.testing.TestGate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {

    private final CommandRegistry registry = new CommandRegistry(TestGate.open());

    @SuppressWarnings("unused") // only the names matter
    private static final class Names {
        @Command("play")
        @Alias("p")
        void play() {}

        @Command("pause")
        void pause() {}

        @Command("queue")
        @Alias("q")
        void queue() {}

        @Command("skip")
        @Alias("s")
        void skip() {}

        @Command("stop")
        void stop() {}

        @Command("nowplaying")
        @Alias("np")
        void nowPlaying() {}

        @Command("volume")
        @Alias("vol")
        void volume() {}

        @Command("help")
        void help() {}
    }

    @BeforeEach
    void names() {
        TestCommands.register(registry, "test", new Names());
    }

    @ParameterizedTest
    @CsvSource({
        "plya, play",
        "Paly, play",
        "pley, play",
        "hlep, help",
        "helpp, help",
        "quue, queue",
        "vloume, volume",
        "sotp, stop",
        "nowplayign, nowplaying",
        "now, nowplaying",
        "volum, volume",
        "pauze, pause",
        "skp, skip"
    })
    void nearest_typo_isWhatWasMeant(String typed, String meant) {
        assertThat(NearNames.of(typed, registry.all())).first().isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "hi", "howdy", "wow", "ban", "subscribe", ""})
    void nearest_otherWord_isNothing(String typed) {
        assertThat(NearNames.of(typed, registry.all())).isEmpty();
    }

    @Test
    void nearest_hugeWord_isNotCompared() {
        assertThat(NearNames.of("play".repeat(100_000), registry.all())).isEmpty();
    }
}
