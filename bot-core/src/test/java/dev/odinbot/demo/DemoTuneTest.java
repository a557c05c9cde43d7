package dev.odinbot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTuneTest {

    private static final Stereo TUNE = DemoTune.render();

    @Test
    void tune_lasts30To40Seconds() {
        assertThat(TUNE.length() / (double) Stereo.RATE).isBetween(30.0, 40.0);
    }

    @Test
    void tune_usesItsRangeWithoutClipping() {
        assertThat(TUNE.peak()).isBetween(0.6, 0.85);
        assertThat(rms(0, TUNE.length())).isBetween(0.08, 0.3);
    }

    @Test
    void tune_hasNoClicks() {
        float step = 0;
        for (float[] channel : new float[][] {TUNE.left, TUNE.right}) {
            for (int i = 1; i < channel.length; i++) {
                step = Math.max(step, Math.abs(channel[i] - channel[i - 1]));
            }
        }
        assertThat(step).isBetween(0.01f, 0.2f);
    }

    @Test
    void tune_fadesAtBothEnds() {
        assertThat(TUNE.left[0]).isZero();
        assertThat(TUNE.left[TUNE.length() - 1]).isZero();
        assertThat(rms(0, Stereo.RATE / 20)).isLessThan(0.01);
        assertThat(rms(TUNE.length() - Stereo.RATE / 20, TUNE.length())).isLessThan(0.01);
    }

    @Test
    void tune_neverFallsSilentAndIsStereo() {
        int difference = 0;
        for (int second = 2; second < TUNE.length() / Stereo.RATE - 4; second++) {
            int from = second * Stereo.RATE;
            assertThat(rms(from, from + Stereo.RATE)).as("second " + second).isGreaterThan(0.03);
            difference += TUNE.left[from] == TUNE.right[from] ? 0 : 1;
        }
        assertThat(difference).isGreaterThan(20);
    }

    @Test
    void main_twice_writesTheSameFile(@TempDir Path folder) throws IOException {
        Path one = folder.resolve("music/one.wav");
        Path two = folder.resolve("music/two.wav");
        DemoTune.main(new String[] {one.toString()});
        DemoTune.main(new String[] {two.toString()});

        assertThat(Files.size(one)).isEqualTo(44 + TUNE.length() * 4L);
        assertThat(one).hasSameBinaryContentAs(two);
    }

    private static double rms(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += TUNE.left[i] * TUNE.left[i] + TUNE.right[i] * TUNE.right[i];
        }
        return Math.sqrt(sum / (2.0 * (to - from)));
    }
}
