package dev.odinbot.testing;

import static dev.odinbot.testing.TestKit.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeRoomSoundTest {

    private static final Duration TEN = Duration.ofSeconds(10);

    private final FakeRoom room = new FakeRoom();

    @Test
    void sound_ofATrack_isHeardWhileTimePasses() {
        room.player().sounds("gong", Sound.tone(440, 0.5, Duration.ofMillis(390)));
        room.player().play("gong", Optional.empty());
        assertThat(room).heardNothing();

        room.elapse(Duration.ofMillis(300));
        assertThat(room).heard(Duration.ofMillis(300)).heardTone(440, 0.5);
        assertThat(room.sink().frames()).hasSize(15);

        room.elapse(Duration.ofSeconds(10));
        assertThat(room).heard(Duration.ofMillis(100));
        assertThat(room.sink().frames()).as("with the silence at the end").hasSize(5 + 5);
        assertThat(room.player().nowPlaying()).isEmpty();

        room.elapse(Duration.ofSeconds(10));
        assertThat(room).heardNothing();
        assertThat(room.sink().frames()).isEmpty();
    }

    @Test
    void sound_ofTwoTracks_goesOnWithoutAGap() {
        room.player().sounds("low", Sound.tone(200, 0.5, Duration.ofMillis(400)));
        room.player().sounds("high", Sound.tone(2000, 0.2, Duration.ofMillis(400)));
        room.elapse(Duration.ofMillis(7));
        room.player().play("low", Optional.empty());
        room.player().play("high", Optional.empty());

        room.elapse(Duration.ofMillis(393 + 7));
        assertThat(room).heard(Duration.ofMillis(400)).heardTone(200, 0.5);
        room.elapse(Duration.ofMillis(400));
        assertThat(room).heard(Duration.ofMillis(400)).heardTone(2000, 0.2);
        assertThat(room.sink().frames()).hasSize(20);
    }

    @Test
    void sound_pausedAndTurnedDown_isHeardSo() {
        room.player().sounds("gong", Sound.silence(Duration.ofMillis(200)).then(Sound.tone(440, 0.5, TEN)));
        room.player().play("gong", Optional.empty());
        room.elapse(Duration.ofMillis(200));
        room.player().volume(20);
        room.elapse(Duration.ofSeconds(1));
        assertThat(room).heardTone(440, 0.1);

        room.player().pause();
        room.elapse(Duration.ofHours(1));
        assertThat(room).heardNothing();
        room.player().resume();
        room.elapse(Duration.ofHours(1));
        assertThat(room).heard(Duration.ofSeconds(9)).heardTone(440, 0.1);
    }

    @Test
    void heard_somethingElse_isSaid() {
        room.player().sounds("gong", Sound.tone(440, 0.5, TEN));
        room.player().play("gong", Optional.empty());
        room.elapse(Duration.ofSeconds(1));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(room).heardNothing())
                .withMessageContaining("PT0S")
                .withMessageContaining("PT1S");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(room).heardTone(450, 0.5))
                .withMessageContaining("440 Hz");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(room).heardTone(440, 0.4))
                .withMessageContaining("0.400");
    }

    @Test
    void sound_ofAFile_isThatOfTheFile(@TempDir Path folder) throws Exception {
        AudioFormat mono = new AudioFormat(16_000, 16, 1, true, false);
        byte[] pcm = new byte[2 * 16_000];
        for (int i = 0; i < 16_000; i++) {
            short value = (short) (Math.sin(2 * Math.PI * 300 * i / 16_000) * 0.5 * Short.MAX_VALUE);
            pcm[2 * i] = (byte) value;
            pcm[2 * i + 1] = (byte) (value >> 8);
        }
        Path file = folder.resolve("gong.wav");
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(pcm), mono, 16_000),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        room.player().sounds("gong", Sound.wav(file));

        room.player().play("gong", Optional.empty());
        room.elapse(TEN);

        assertThat(room).heard(Duration.ofSeconds(1)).heardTone(300, 0.5);
    }
}
