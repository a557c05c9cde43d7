package dev.odinbot.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Sound that a {@link FakePlayer} plays: 48 kHz stereo. Immutable. */
public final class Sound {

    private static final int RATE = 48_000;
    private static final AudioFormat FORMAT = new AudioFormat(RATE, Short.SIZE, 2, true, false);

    /** Left and right in turn. */
    private final short[] pcm;

    private Sound(short[] pcm) {
        this.pcm = pcm;
    }

    /** @param amplitude 1 = full scale */
    public static Sound tone(double hertz, double amplitude, Duration length) {
        return new Sound(Tones.pcm(hertz, amplitude, length));
    }

    public static Sound silence(Duration length) {
        return tone(0, 0, length);
    }

    /** A WAV file; of whatever rate, mono or stereo. */
    public static Sound wav(Path file) {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile());
                AudioInputStream converted = AudioSystem.getAudioInputStream(FORMAT, in)) {
            ByteBuffer bytes = ByteBuffer.wrap(converted.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            int resampled =
                    2 * Math.round(in.getFrameLength() * RATE / in.getFormat().getFrameRate());
            short[] pcm =
                    new short[Math.min(resampled, bytes.remaining() / Short.BYTES)]; // without what the filter adds
            bytes.asShortBuffer().get(pcm);
            return new Sound(pcm);
        } catch (UnsupportedAudioFileException e) {
            throw new IllegalArgumentException(file + " is no WAV file that Java reads", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This, and {@code next} behind it. */
    public Sound then(Sound next) {
        short[] both = Arrays.copyOf(pcm, pcm.length + next.pcm.length);
        System.arraycopy(next.pcm, 0, both, pcm.length, next.pcm.length);
        return new Sound(both);
    }

    /** In whole frames of 20 ms; the last one is filled up with silence. */
    public Duration length() {
        return PlayedSound.FRAME.multipliedBy((pcm.length + PlayedSound.SAMPLES - 1) / PlayedSound.SAMPLES);
    }

    /** The sample at that place, both channels counted; silence behind the end. */
    short sample(int place) {
        return place < pcm.length ? pcm[place] : 0;
    }
}
