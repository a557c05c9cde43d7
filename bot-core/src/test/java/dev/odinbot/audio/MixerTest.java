package dev.odinbot.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.audio.FrameSource.Read;
import dev.odinbot.testing.ManualFrameClock;
import dev.odinbot.testing.RecordingFrameSink;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixerTest {

    private static final String SILENCE = "fcfffe";

    private final List<String> log = new ArrayList<>();
    private final Frame frame = new Frame();
    private Read next = Read.IDLE;
    private final Mixer mixer = new Mixer(this::input, () -> log.add("drained"));

    @Test
    void read_frames_passUntouched() {
        next = Read.FRAME;
        read(2);

        assertThat(log).containsExactly("FRAME 0102", "FRAME 0102");
        assertThat(mixer.silent()).isFalse();
    }

    @Test
    void read_nothingPlayedYet_isIdleWithoutDraining() {
        read(2);
        next = Read.STARVED;
        read(1);

        assertThat(log).containsExactly("IDLE", "IDLE", "STARVED");
        assertThat(mixer.silent()).isTrue();
    }

    @Test
    void read_inputEnds_fiveSilenceFramesThenDrainedOnce() {
        next = Read.FRAME;
        read(1);
        next = Read.IDLE;
        read(7);

        String silent = "FRAME " + SILENCE;
        assertThat(log)
                .containsExactly("FRAME 0102", silent, silent, silent, silent, silent, "drained", "IDLE", "IDLE");
        assertThat(mixer.silent()).isTrue();
    }

    @Test
    void read_inputStarves_bridgesWithSilenceAndResumes() {
        next = Read.FRAME;
        read(1);
        next = Read.STARVED;
        read(6);
        next = Read.FRAME;
        read(1);

        String gap = "GAP " + SILENCE;
        assertThat(log).containsExactly("FRAME 0102", gap, gap, gap, gap, gap, "STARVED", "FRAME 0102");
    }

    @Test
    void read_endsAgainAfterResuming_drainsAgain() {
        for (int round = 0; round < 2; round++) {
            next = Read.FRAME;
            read(1);
            next = Read.IDLE;
            read(6);
        }

        assertThat(log.stream().filter("drained"::equals)).hasSize(2);
    }

    @Test
    void mixer_onAClock_writesTheTail() {
        ManualFrameClock clock = new ManualFrameClock();
        RecordingFrameSink sink = new RecordingFrameSink();
        clock.open(mixer, sink);
        next = Read.FRAME;
        clock.tick();
        next = Read.IDLE;
        clock.tick(10);

        assertThat(sink.frames().stream().map(HexFormat.of()::formatHex))
                .containsExactly("0102", SILENCE, SILENCE, SILENCE, SILENCE, SILENCE);
    }

    private Read input(Frame into) {
        if (next == Read.FRAME) {
            into.set(new byte[] {1, 2});
        }
        return next;
    }

    private void read(int times) {
        for (int i = 0; i < times; i++) {
            Read read = mixer.read(frame);
            boolean filled = read == Read.FRAME || read == Read.GAP;
            log.add(filled ? read + " " + HexFormat.of().formatHex(frame.bytes(), 0, frame.length()) : read.name());
        }
    }
}
