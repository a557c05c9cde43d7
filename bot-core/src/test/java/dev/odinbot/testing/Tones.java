package dev.odinbot.testing;

import com.sedmelluq.discord.lavaplayer.natives.opus.OpusEncoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Makes test sound: sine tones as WAV files or Opus packets, 48 kHz stereo, the same in both channels. */
public final class Tones {

    private static final int RATE = 48_000;
    private static final int FRAME = 960;

    private Tones() {}

    /** @param amplitude 1 = full scale */
    public static Path wav(Path file, double hertz, double amplitude, Duration length) {
        short[] pcm = pcm(hertz, amplitude, length);
        ByteBuffer bytes = ByteBuffer.allocate(pcm.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(pcm);
        AudioFormat format = new AudioFormat(RATE, 16, 2, true, false);
        try (AudioInputStream in =
                new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, pcm.length / 2)) {
            AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** As packets of 20 ms. */
    public static List<byte[]> opus(double hertz, double amplitude, Duration length) {
        short[] pcm = pcm(hertz, amplitude, length);
        ShortBuffer in = ByteBuffer.allocateDirect(FRAME * 2 * Short.BYTES)
                .order(ByteOrder.nativeOrder())
                .asShortBuffer();
        ByteBuffer out = ByteBuffer.allocateDirect(4000);
        List<byte[]> packets = new ArrayList<>();
        OpusEncoder encoder = new OpusEncoder(RATE, 2, 5);
        for (int at = 0; at + FRAME * 2 <= pcm.length; at += FRAME * 2) {
            in.clear();
            in.put(pcm, at, FRAME * 2).flip();
            byte[] packet = new byte[encoder.encode(in, FRAME, out)];
            out.get(packet);
            packets.add(packet);
        }
        encoder.close();
        return packets;
    }

    static short[] pcm(double hertz, double amplitude, Duration length) {
        int samples = (int) (length.toMillis() * RATE / 1000);
        short[] pcm = new short[samples * 2];
        for (int i = 0; i < samples; i++) {
            short value = (short) Math.round(Math.sin(2 * Math.PI * hertz * i / RATE) * amplitude * Short.MAX_VALUE);
            pcm[2 * i] = value;
            pcm[2 * i + 1] = value;
        }
        return pcm;
    }
}
