package dev.odinbot.demo;

/** A piece of stereo sound at 48 kHz that instruments add themselves to. */
final class Stereo {

    static final int RATE = 48_000;

    final float[] left;
    final float[] right;

    Stereo(double seconds) {
        left = new float[(int) (seconds * RATE)];
        right = new float[left.length];
    }

    int length() {
        return left.length;
    }

    /** @param pan -1 left to 1 right, at the same loudness */
    void add(int at, double value, double pan) {
        if (at < left.length) {
            double angle = (pan + 1) * Math.PI / 4;
            left[at] += (float) (value * Math.cos(angle));
            right[at] += (float) (value * Math.sin(angle));
        }
    }

    /** Adds another piece of the same length. */
    void add(Stereo other, double gain) {
        for (int i = 0; i < left.length; i++) {
            left[i] += (float) (other.left[i] * gain);
            right[i] += (float) (other.right[i] * gain);
        }
    }

    double peak() {
        float peak = 0;
        for (int i = 0; i < left.length; i++) {
            peak = Math.max(peak, Math.max(Math.abs(left[i]), Math.abs(right[i])));
        }
        return peak;
    }

    /** Rounds off the loudest moments and scales the rest to {@code peak}. */
    void master(double peak) {
        double drive = 1.3 / peak();
        double scale = peak / Math.tanh(1.3);
        for (int i = 0; i < left.length; i++) {
            left[i] = (float) (Math.tanh(left[i] * drive) * scale);
            right[i] = (float) (Math.tanh(right[i] * drive) * scale);
        }
    }

    /** Lets it rise from silence and sink back into it. */
    void fade(double inSeconds, double outSeconds) {
        int last = left.length - 1;
        for (int i = 0; i < left.length; i++) {
            double gain = smooth(i / (inSeconds * RATE)) * smooth((last - i) / (outSeconds * RATE));
            left[i] *= (float) gain;
            right[i] *= (float) gain;
        }
    }

    private static double smooth(double x) {
        return x >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * x);
    }
}
