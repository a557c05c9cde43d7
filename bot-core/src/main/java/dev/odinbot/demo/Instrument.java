package dev.odinbot.demo;

import java.util.Random;

/** Something that plays notes. Every one starts softly enough not to click. */
@FunctionalInterface
interface Instrument {

    /** @param start in samples */
    void play(Stereo into, int start, double hertz, double seconds, double gain);

    /** An electric piano: a tone whose brightness dies away faster than itself, turned towards {@code pan}. */
    static Instrument keys(double pan) {
        return (into, start, hertz, seconds, gain) -> {
            int length = samples(seconds + 1.2);
            for (int i = 0; i < length; i++) {
                double t = i / (double) Stereo.RATE;
                double turns = hertz * t;
                double bright = 0.175 * Math.exp(-t * 5) * Sine.at(turns);
                double bell = 0.12 * Math.exp(-t * 9) * Sine.at(4 * turns);
                double level = attack(t, 0.004) * Math.exp(-t * 2.4) * release(t, seconds, 0.35);
                into.add(start + i, gain * level * (Sine.at(turns + bright) + bell), pan);
            }
        };
    }

    /** Slow strings: three slightly mistuned voices across the room, each a few soft harmonics. */
    static Instrument pad() {
        return (into, start, hertz, seconds, gain) -> {
            int length = samples(seconds + 0.8);
            for (int voice = -1; voice <= 1; voice++) {
                double tuned = hertz * (1 + voice * 0.0027);
                for (int i = 0; i < length; i++) {
                    double t = i / (double) Stereo.RATE;
                    double turns = tuned * t + voice / 6.0;
                    double tone = Sine.at(turns) + 0.35 * Sine.at(2 * turns) + 0.12 * Sine.at(3 * turns);
                    double level = attack(t, 0.5) * release(t, seconds, 0.8);
                    into.add(start + i, gain / 3 * level * tone, voice * 0.7);
                }
            }
        };
    }

    /** A round bass. */
    static Instrument bass() {
        return (into, start, hertz, seconds, gain) -> {
            int length = samples(seconds + 0.1);
            for (int i = 0; i < length; i++) {
                double t = i / (double) Stereo.RATE;
                double turns = hertz * t;
                double tone = Sine.at(turns) + 0.4 * Math.exp(-t * 6) * Sine.at(2 * turns);
                double level = attack(t, 0.008) * Math.exp(-t * 1.1) * release(t, seconds, 0.1);
                into.add(start + i, gain * level * tone, 0);
            }
        };
    }

    /** A felt beater: a tone that falls to {@code hertz}. */
    static Instrument drum() {
        return (into, start, hertz, seconds, gain) -> {
            double turns = 0;
            for (int i = 0; i < samples(0.35); i++) {
                double t = i / (double) Stereo.RATE;
                turns += hertz * (1 + 1.6 * Math.exp(-t * 40)) / Stereo.RATE;
                double level = attack(t, 0.003) * Math.exp(-t * 14) * release(t, 0.3, 0.05);
                into.add(start + i, gain * level * Sine.at(turns), 0);
            }
        };
    }

    /** A brush: a breath of noise without its ends, always the same. */
    static Instrument brush(double pan) {
        return (into, start, hertz, seconds, gain) -> {
            Random noise = new Random(start);
            double low = 0;
            double high = 0;
            for (int i = 0; i < samples(0.16); i++) {
                double t = i / (double) Stereo.RATE;
                double white = noise.nextDouble() * 2 - 1;
                high += 0.55 * (white - high);
                low += 0.25 * (high - low);
                double level = attack(t, 0.006) * Math.exp(-t * 32) * release(t, 0.12, 0.04);
                into.add(start + i, gain * level * (high - low), pan);
            }
        };
    }

    private static int samples(double seconds) {
        return (int) (seconds * Stereo.RATE);
    }

    private static double attack(double t, double seconds) {
        return t >= seconds ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * t / seconds);
    }

    /** Holds until {@code end}, then sinks within {@code seconds}. */
    private static double release(double t, double end, double seconds) {
        if (t <= end) {
            return 1;
        }
        return t >= end + seconds ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * (t - end) / seconds);
    }
}
