package dev.odinbot.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Writes a sine as a 48 kHz mono WAV file at -6 dBFS peak. */
final class Tone {

    private static final int RATE = 48_000;

    private Tone() {}

    static void write(Path file, double hertz, int seconds) throws IOException {
        ByteBuffer samples = ByteBuffer.allocate(RATE * seconds * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < RATE * seconds; i++) {
            samples.putShort((short) (Math.sin(2 * Math.PI * hertz * i / RATE) * Short.MAX_VALUE / 2));
        }
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (AudioInputStream stream =
                new AudioInputStream(new ByteArrayInputStream(samples.array()), format, RATE * (long) seconds)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }
}
