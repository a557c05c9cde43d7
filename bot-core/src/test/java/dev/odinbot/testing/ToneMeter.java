package dev.odinbot.testing;

import com.sedmelluq.discord.lavaplayer.natives.opus.OpusDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;

/** Listens: decodes Opus packets (48 kHz, mono or stereo) and tells which tone is in them and how loud. For one thread. */
public final class ToneMeter implements AutoCloseable {

    private static final int RATE = 48_000;
    private static final int LONGEST_PACKET = 4096;
    private static final int LONGEST_FRAME = 5760;

    private final OpusDecoder decoder = new OpusDecoder(RATE, 2);
    private final ByteBuffer packet = ByteBuffer.allocateDirect(LONGEST_PACKET);
    private final ShortBuffer pcm = ByteBuffer.allocateDirect(LONGEST_FRAME * 2 * Short.BYTES)
            .order(ByteOrder.nativeOrder())
            .asShortBuffer();
    private float[] left = new float[RATE];
    private float[] right = new float[RATE];
    private int samples;

    public void add(byte[] opus) {
        packet.clear();
        packet.put(opus).flip();
        pcm.clear();
        int decoded = decoder.decode(packet, pcm);
        left = Arrays.copyOf(left, Math.max(left.length, grown(samples + decoded)));
        right = Arrays.copyOf(right, left.length);
        for (int i = 0; i < decoded; i++) {
            left[samples + i] = pcm.get(2 * i) / 32768f;
            right[samples + i] = pcm.get(2 * i + 1) / 32768f;
        }
        samples += decoded;
    }

    private int grown(int needed) {
        return needed <= left.length ? left.length : Math.max(needed, left.length * 2);
    }

    public void addAll(Iterable<byte[]> packets) {
        packets.forEach(this::add);
    }

    /** Decoded samples a channel so far. */
    public int samples() {
        return samples;
    }

    /** Forgets what was heard, but stays in the stream. */
    public void reset() {
        samples = 0;
    }

    /** Root mean square of both channels; a full-scale sine has 0.707, silence 0. */
    public double rms() {
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            sum += left[i] * left[i] + right[i] * right[i];
        }
        return samples == 0 ? 0 : Math.sqrt(sum / (2.0 * samples));
    }

    public double peak() {
        float peak = 0;
        for (int i = 0; i < samples; i++) {
            peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        }
        return peak;
    }

    /** Amplitude of the tone of this frequency in the left channel; a full-scale sine has 1. */
    public double leftAmplitude(double hertz) {
        return amplitude(left, hertz);
    }

    /** Amplitude of the tone of this frequency in the right channel; a full-scale sine has 1. */
    public double rightAmplitude(double hertz) {
        return amplitude(right, hertz);
    }

    /** The strongest tone between 50 and 8000 Hz in both channels, to about 1 Hz; 0 when all is silent. */
    public double frequency() {
        if (rms() < 1e-4) {
            return 0;
        }
        double best = strongest(50, 8000, 20);
        best = strongest(best - 20, best + 20, 2);
        return strongest(best - 2, best + 2, 0.25);
    }

    private double strongest(double from, double to, double step) {
        double best = from;
        double most = -1;
        for (double hertz = from; hertz <= to; hertz += step) {
            double level = window(left, hertz, step) + window(right, hertz, step);
            if (level > most) {
                most = level;
                best = hertz;
            }
        }
        return best;
    }

    /** Looks at the last stretch, as long as a resolution of {@code step} needs. */
    private double window(float[] channel, double hertz, double step) {
        int length = (int) Math.min(samples, RATE / step * 0.75);
        return goertzel(channel, samples - length, length, hertz);
    }

    private double amplitude(float[] channel, double hertz) {
        return goertzel(channel, 0, samples, hertz);
    }

    /** Goertzel's filter with a Hann window, scaled to the tone's amplitude. */
    private static double goertzel(float[] channel, int from, int length, double hertz) {
        if (length < 2) {
            return 0;
        }
        double w = 2 * Math.PI * hertz / RATE;
        double coefficient = 2 * Math.cos(w);
        double s1 = 0;
        double s2 = 0;
        for (int i = 0; i < length; i++) {
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (length - 1));
            double s0 = channel[from + i] * hann + coefficient * s1 - s2;
            s2 = s1;
            s1 = s0;
        }
        double power = s1 * s1 + s2 * s2 - coefficient * s1 * s2;
        return Math.sqrt(Math.max(0, power)) * 4 / length;
    }

    @Override
    public void close() {
        decoder.close();
    }
}
