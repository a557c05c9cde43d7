package dev.odinbot.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.sedmelluq.discord.lavaplayer.format.StandardAudioDataFormats;
import com.sedmelluq.discord.lavaplayer.track.playback.AudioFrame;
import com.sedmelluq.discord.lavaplayer.track.playback.ImmutableAudioFrame;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;

class WholeTrackBufferTest {

    private static final int FRAMES = 20;
    private static final int TRACKS = 2_000;

    /** Failed within a few hundred tracks with LavaPlayer's own buffer. */
    @RepeatedTest(3)
    void provide_whileTheDecoderEndsTheTrack_givesEveryFrameBeforeTheEnd() throws Exception {
        for (int track = 0; track < TRACKS; track++) {
            WholeTrackBuffer buffer =
                    new WholeTrackBuffer(1000, StandardAudioDataFormats.DISCORD_OPUS, new AtomicBoolean());
            Thread decoder = new Thread(() -> decode(buffer));
            decoder.start();
            assertThat(framesBeforeTheEnd(buffer))
                    .as("frames of track %s", track)
                    .isEqualTo(FRAMES);
            decoder.join();
        }
    }

    private static void decode(WholeTrackBuffer buffer) {
        try {
            for (int i = 0; i < FRAMES; i++) {
                buffer.consume(
                        new ImmutableAudioFrame(i * 20, new byte[] {1}, 100, StandardAudioDataFormats.DISCORD_OPUS));
            }
            buffer.setTerminateOnEmpty();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int framesBeforeTheEnd(WholeTrackBuffer buffer) {
        int frames = 0;
        while (true) {
            AudioFrame frame = buffer.provide();
            if (frame == null) {
                Thread.onSpinWait();
            } else if (frame.isTerminator()) {
                return frames;
            } else {
                frames++;
            }
        }
    }
}
