package dev.odinbot.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.api.audio.LoadOutcome;
import dev.odinbot.testing.ToneMeter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tune as the build makes it: by its class, which only the launcher may start. */
class DemoPlaybackTest {

    @TempDir
    Path library;

    @Test
    void play_demo_isMusic() throws Exception {
        Path file = library.resolve("demo.wav");
        Process build = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "dev.odinbot.demo.DemoTune",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(build.waitFor()).isZero();
        assertThat(file).satisfies(tune -> assertThat(Files.size(tune)).isGreaterThan(5_000_000));

        try (PlayerRig rig = new PlayerRig(library);
                ToneMeter meter = new ToneMeter()) {
            assertThat(rig.play("demo")).isInstanceOfSatisfying(LoadOutcome.Queued.class, queued -> {
                assertThat(queued.track().title()).isEqualTo("demo");
                assertThat(queued.track().length().orElseThrow())
                        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40));
            });
            rig.hear(250);
            meter.addAll(rig.hear(250));
            assertThat(meter.rms()).isBetween(0.05, 0.4);
            assertThat(meter.peak()).isLessThan(0.95);
        }
    }
}
