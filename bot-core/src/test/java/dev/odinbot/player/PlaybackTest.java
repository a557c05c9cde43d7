package dev.odinbot.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.odinbot.api.audio.LoadOutcome;
import dev.odinbot.api.audio.NowPlaying;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.audio.FrameSource.Read;
import dev.odinbot.testing.ToneMeter;
import dev.odinbot.testing.Tones;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybackTest {

    @TempDir
    Path library;

    private PlayerRig rig;

    @BeforeEach
    void open() {
        rig = new PlayerRig(library);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "tone.mp3, Concert Pitch, Test Orchestra",
        "tone.flac, Concert Pitch, Test Orchestra",
        "tone.m4a, Concert Pitch, Test Orchestra",
        "tone.aac, tone, ''",
        "tone.ogg, Concert Pitch, Test Orchestra",
        "tone.opus, Concert Pitch, Test Orchestra",
        "tone.webm, Concert Pitch, Test Orchestra",
    })
    void play_everyContainer_isHeardAsRecorded(String name, String title, String author) throws IOException {
        copy(name);

        LoadOutcome outcome = rig.play(name);
        List<byte[]> frames = rig.hearAll();

        assertThat(outcome).isInstanceOfSatisfying(LoadOutcome.Queued.class, queued -> {
            assertThat(queued.position()).isZero();
            assertThat(queued.track().identifier()).isEqualTo(name);
            assertThat(queued.track().title()).isEqualTo(title);
            assertThat(queued.track().author()).isEqualTo(author);
            assertThat(queued.track().requester()).isEqualTo(PlayerRig.requester("ann"));
        });
        assertThat(rig.log).containsExactly("started " + title, "ended " + title, "queue ended");
        assertThat(frames).hasSizeBetween(55, 66);
        try (ToneMeter meter = new ToneMeter()) {
            meter.addAll(frames.subList(5, 50));
            assertThat(meter.frequency()).isCloseTo(440, within(1.5));
            assertThat(meter.leftAmplitude(440)).isCloseTo(0.5, within(0.06));
            assertThat(meter.rightAmplitude(440)).isCloseTo(0.5, within(0.06));
        }
    }

    @Test
    void play_wav_isHeardWithItsLength() {
        Tones.wav(library.resolve("beep.wav"), 1000, 0.25, Duration.ofSeconds(2));

        LoadOutcome outcome = rig.play("beep.wav");
        List<byte[]> frames = rig.hearAll();

        assertThat(outcome)
                .isEqualTo(new LoadOutcome.Queued(
                        new TrackInfo(
                                "beep.wav", "beep", "", Optional.of(Duration.ofSeconds(2)), PlayerRig.requester("ann")),
                        0));
        assertThat(frames).hasSizeBetween(99, 102);
        try (ToneMeter meter = new ToneMeter()) {
            meter.addAll(frames);
            assertThat(meter.frequency()).isCloseTo(1000, within(1.5));
            assertThat(meter.leftAmplitude(1000)).isCloseTo(0.25, within(0.03));
        }
    }

    /** With LavaPlayer asked for frames while it started a track, one in eight was taken for stuck. */
    @Test
    void play_whileFramesAreAskedForAllTheTime_losesNoTrack() {
        beeps("one");

        for (int track = 0; track < 100; track++) {
            rig.log.clear();
            rig.play("one");
            assertThat(rig.hearAll()).as("track %s: %s", track, rig.log).hasSizeGreaterThan(18);
        }
    }

    @Test
    void play_stereoOpusAtFullVolume_passesUntouched() {
        List<byte[]> packets = Tones.opus(700, 0.4, Duration.ofSeconds(1));
        OggOpusFile.write(library.resolve("a.opus"), "Untouched", packets);

        rig.play("a");
        List<byte[]> frames = rig.hearAll();

        assertThat(rig.log.get(0)).isEqualTo("started Untouched");
        assertThat(frames).usingElementComparator(Arrays::compare).containsExactlyElementsOf(packets);
    }

    @Test
    void volume_changedWhilePlaying_isHeardAtOnceAndNotAfterTheBuffer() {
        OggOpusFile.write(library.resolve("a.opus"), "a", Tones.opus(700, 0.4, Duration.ofSeconds(10)));
        rig.play("a");
        rig.hear(20);
        rig.player.volume(25);

        AtomicInteger heard = new AtomicInteger();
        try (ToneMeter meter = new ToneMeter()) {
            // LavaPlayer works on the buffer while frames go out; its percents follow the ear: 25 % is a fifth of the
            // amplitude.
            await().pollInterval(Duration.ofMillis(50)).until(() -> {
                meter.reset();
                heard.addAndGet(2);
                meter.addAll(rig.hear(2));
                return Math.abs(meter.leftAmplitude(700) - 0.08) < 0.01;
            });
        }
        assertThat(heard).as("frames, of 250 that were buffered").hasValueLessThan(200);
        assertThat(rig.player.volume()).isEqualTo(25);
    }

    @Test
    void play_whilePlaying_queuesAndGoesOn() {
        beeps("one", "two", "three");
        rig.play("one");
        LoadOutcome second = rig.play("two");
        LoadOutcome third = rig.play("three");

        assertThat(second)
                .isInstanceOfSatisfying(
                        LoadOutcome.Queued.class, q -> assertThat(q.position()).isEqualTo(1));
        assertThat(third)
                .isInstanceOfSatisfying(
                        LoadOutcome.Queued.class, q -> assertThat(q.position()).isEqualTo(2));
        assertThat(rig.player.queue().tracks()).extracting(TrackInfo::title).containsExactly("two", "three");
        rig.hearAll();
        assertThat(rig.log)
                .containsExactly(
                        "started one",
                        "ended one",
                        "started two",
                        "ended two",
                        "started three",
                        "ended three",
                        "queue ended");
    }

    @Test
    void nowPlaying_position_isWhatWentOut() {
        beeps("one");
        rig.play("one");
        rig.hear(7);

        NowPlaying now = rig.player.nowPlaying().orElseThrow();
        assertThat(now.position()).isEqualTo(Duration.ofMillis(140));
        assertThat(now.track().title()).isEqualTo("one");
        assertThat(now.paused()).isFalse();
        assertThat(now.streamTitle()).isEmpty();
    }

    @Test
    void pause_stopsTheFrames_resumeGoesOnWhereItWas() {
        beeps("one");
        rig.play("one");
        rig.hear(5);

        assertThat(rig.player.pause()).isTrue();
        assertThat(rig.player.pause()).isFalse();
        assertThat(rig.read()).isEqualTo(Read.IDLE);
        assertThat(rig.player.nowPlaying().orElseThrow().paused()).isTrue();
        assertThat(rig.player.resume()).isTrue();
        assertThat(rig.player.resume()).isFalse();
        assertThat(rig.hear(1)).hasSize(1);
        assertThat(rig.player.nowPlaying().orElseThrow().position()).isEqualTo(Duration.ofMillis(120));
    }

    @Test
    void skip_whilePaused_playsTheNext() {
        beeps("one", "two");
        rig.play("one");
        rig.play("two");
        rig.hear(5);
        rig.player.pause();

        assertThat(rig.player.skip().map(TrackInfo::title)).contains("one");
        rig.hear(1);

        assertThat(rig.player.nowPlaying().orElseThrow().track().title()).isEqualTo("two");
        assertThat(rig.player.nowPlaying().orElseThrow().position()).isEqualTo(Duration.ofMillis(20));
        await().untilAsserted(() -> assertThat(rig.log).containsExactly("started one", "ended one", "started two"));
    }

    @Test
    void controls_nothingPlaying_sayFalse() {
        assertThat(rig.player.skip()).isEmpty();
        assertThat(rig.player.stop()).isFalse();
        assertThat(rig.player.pause()).isFalse();
        assertThat(rig.player.resume()).isFalse();
        assertThat(rig.player.nowPlaying()).isEmpty();
        assertThat(rig.player.queue().clear()).isZero();
        assertThat(rig.player.queue().remove(1)).isEmpty();
        assertThat(rig.read()).isEqualTo(Read.IDLE);
        await().untilAsserted(() -> assertThat(rig.log).containsExactly("queue ended, stopped"));
    }

    @Test
    void stop_whilePlaying_endsAllAndSaysSo() {
        beeps("one", "two");
        rig.play("one");
        rig.play("two");
        rig.hear(5);

        assertThat(rig.player.stop()).isTrue();
        assertThat(rig.read()).isEqualTo(Read.IDLE);
        assertThat(rig.player.queue().tracks()).isEmpty();
        await().until(() -> rig.log.size() == 3);
        assertThat(rig.log).containsExactly("started one", "ended one", "queue ended, stopped");
    }

    @Test
    void queue_removeAndClear_workByPosition() {
        beeps("one", "two", "three", "four");
        for (String name : List.of("one", "two", "three", "four")) {
            rig.play(name);
        }

        assertThat(rig.player.queue().remove(2).map(TrackInfo::title)).contains("three");
        assertThat(rig.player.queue().remove(3)).isEmpty();
        assertThat(rig.player.queue().remove(0)).isEmpty();
        assertThat(rig.player.queue().clear()).isEqualTo(2);
        assertThat(rig.player.queue().tracks()).isEmpty();
    }

    @Test
    void play_manyAtOnce_queuesInTheOrderAsked() {
        for (int i = 0; i < 15; i++) {
            Tones.wav(library.resolve("t" + i + ".wav"), 440, 0.1, Duration.ofMillis(i % 2 == 0 ? 4000 : 40));
        }
        List<CompletionStage<LoadOutcome>> answers = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            answers.add(rig.player.play("t" + i + ".wav", Optional.empty()));
        }
        answers.forEach(PlayerRig::await);

        assertThat(rig.player.nowPlaying().orElseThrow().track().title()).isEqualTo("t0");
        assertThat(rig.player.queue().tracks())
                .extracting(TrackInfo::title)
                .containsExactly(
                        "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9", "t10", "t11", "t12", "t13", "t14");
    }

    @Test
    void play_damagedFile_failsWithAReasonAndGoesOn() throws IOException {
        copy("tone.flac");
        byte[] flac = Files.readAllBytes(library.resolve("tone.flac"));
        Arrays.fill(flac, flac.length / 2, flac.length / 2 + 4000, (byte) 0x55);
        Files.write(library.resolve("tone.flac"), flac);
        beeps("next");
        rig.play("tone.flac");
        rig.play("next");
        rig.hearAll();

        assertThat(rig.log)
                .containsExactly(
                        "started Concert Pitch",
                        "failed Concert Pitch: Its audio is damaged or cannot be decoded.",
                        "started next",
                        "ended next",
                        "queue ended");
    }

    @Test
    void play_fileGoneWhenItsTurnComes_failsWithAReasonAndGoesOn() throws IOException {
        beeps("one", "two", "three");
        rig.play("one");
        rig.play("two");
        rig.play("three");
        Files.delete(library.resolve("two.wav"));
        rig.hearAll();

        assertThat(rig.log)
                .containsExactly(
                        "started one",
                        "ended one",
                        "started two",
                        "failed two: The file cannot be read.",
                        "started three",
                        "ended three",
                        "queue ended");
    }

    @Test
    void play_sameFileAgain_isHeardEachTime() {
        beeps("one");
        for (int i = 0; i < 8; i++) {
            rig.player.play("one", Optional.empty());
            rig.hear(1);
            rig.player.stop();
            await().until(() -> rig.log.contains("queue ended, stopped"));
            rig.log.clear();
        }
    }

    private void beeps(String... names) {
        for (String name : names) {
            Tones.wav(library.resolve(name + ".wav"), 440, 0.3, Duration.ofMillis(400));
        }
    }

    private void copy(String name) throws IOException {
        try (InputStream in = PlaybackTest.class.getResourceAsStream("/media/" + name)) {
            Files.copy(in, library.resolve(name));
        }
    }
}
