package dev.odinbot.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Plays the tune into a WAV file; the same bytes every time. */
final class DemoTune {

    private static final double BEAT = 60.0 / 92;
    private static final int BEATS_A_BAR = 4;
    private static final double PEAK = 0.8;

    /** Two bars of opening, twice the four-bar theme, a four-bar answer, and two bars to come to rest. */
    private static final String[] CHORDS = {
        "C", "F", "C", "Am", "F", "G", "F", "G", "Am", "F", "C", "G", "F", "C",
    };

    /** Beats of a bar, one pair a note: MIDI pitch and length; pitch 0 rests. */
    private static final double[][] MELODY = {
        {},
        {0, 3, 67, 1},
        {76, 1.5, 74, 0.5, 72, 1, 67, 1},
        {69, 1.5, 72, 0.5, 76, 2},
        {77, 1, 76, 0.5, 74, 0.5, 72, 1, 69, 1},
        {74, 3, 67, 0.5, 71, 0.5},
        {72, 1, 74, 0.5, 76, 0.5, 77, 1, 81, 1},
        {79, 1.5, 77, 0.5, 74, 2},
        {76, 0.5, 77, 0.5, 79, 1, 76, 1, 72, 1},
        {77, 0.5, 76, 0.5, 74, 1, 72, 0.5, 69, 1.5},
        {67, 1, 72, 1, 74, 0.5, 76, 1.5},
        {74, 1, 71, 1, 67, 2},
        {69, 1, 72, 1, 74, 1, 77, 1},
        {76, 4},
    };

    private final Stereo music = new Stereo(CHORDS.length * BEATS_A_BAR * BEAT + 1.5);
    private final Instrument keys = Instrument.keys(0.15);
    private final Instrument harp = Instrument.keys(-0.45);
    private final Instrument pad = Instrument.pad();
    private final Instrument bass = Instrument.bass();
    private final Instrument drum = Instrument.drum();
    private final Instrument brush = Instrument.brush(0.3);

    private DemoTune() {}

    /** @param args the file to write, and nothing else */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]).toAbsolutePath();
        Files.createDirectories(file.getParent());
        write(render(), file);
    }

    static Stereo render() {
        DemoTune tune = new DemoTune();
        for (int bar = 0; bar < CHORDS.length; bar++) {
            tune.bar(bar);
        }
        tune.music.add(Hall.of(tune.music), 0.35);
        tune.music.master(PEAK);
        tune.music.fade(0.8, 4);
        return tune.music;
    }

    private void bar(int bar) {
        int[] chord = chord(CHORDS[bar]);
        boolean last = bar == CHORDS.length - 1;
        for (int note : chord) {
            play(pad, bar, 0, note, 4, 0.09);
        }
        melody(bar);
        play(bass, bar, 0, chord[0] - 12, last ? 4 : 1.4, 0.3);
        if (last) {
            return;
        }
        play(bass, bar, 2, chord[0] - 12, 0.9, 0.24);
        play(bass, bar, 3, chord[2] - 12, 0.9, 0.2);
        for (int eighth = 0; eighth < 8; eighth++) {
            int note = chord[new int[] {0, 1, 2, 3, 2, 1, 2, 3}[eighth]] + 12;
            play(harp, bar, eighth / 2.0, note, 0.5, eighth % 4 == 0 ? 0.085 : 0.06);
        }
        if (bar >= 2) {
            percussion(bar);
        }
    }

    private void melody(int bar) {
        double beat = 0;
        double[] notes = MELODY[bar];
        for (int i = 0; i < notes.length; i += 2) {
            if (notes[i] > 0) {
                play(keys, bar, beat, (int) notes[i], notes[i + 1] * 0.95, 0.25);
            }
            beat += notes[i + 1];
        }
    }

    private void percussion(int bar) {
        play(drum, bar, 0, 31, 0.3, 0.3);
        play(drum, bar, 2.5, 31, 0.3, 0.2);
        for (int eighth = 0; eighth < 8; eighth++) {
            boolean backbeat = eighth == 2 || eighth == 6;
            // A hair late between the beats, as hands are.
            double swing = eighth % 2 == 0 ? 0 : 0.04;
            play(brush, bar, eighth / 2.0 + swing, 0, 0.1, backbeat ? 0.11 : 0.045);
        }
    }

    private void play(Instrument instrument, int bar, double beat, int pitch, double beats, double gain) {
        int start = (int) Math.round((bar * BEATS_A_BAR + beat) * BEAT * Stereo.RATE);
        double hertz = 440 * Math.pow(2, (pitch - 69) / 12.0);
        instrument.play(music, start, hertz, beats * BEAT, gain);
    }

    /** Four notes from the root upwards. */
    private static int[] chord(String name) {
        return switch (name) {
            case "C" -> new int[] {48, 55, 59, 64};
            case "F" -> new int[] {53, 57, 60, 64};
            case "G" -> new int[] {43, 50, 55, 59};
            case "Am" -> new int[] {45, 52, 55, 60};
            default -> throw new IllegalArgumentException("No chord " + name);
        };
    }

    private static void write(Stereo music, Path file) throws IOException {
        ByteBuffer pcm = ByteBuffer.allocate(music.length() * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < music.length(); i++) {
            pcm.putShort((short) Math.round(music.left[i] * Short.MAX_VALUE));
            pcm.putShort((short) Math.round(music.right[i] * Short.MAX_VALUE));
        }
        AudioFormat format = new AudioFormat(Stereo.RATE, 16, 2, true, false);
        try (AudioInputStream in =
                new AudioInputStream(new ByteArrayInputStream(pcm.array()), format, music.length())) {
            AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }
}
