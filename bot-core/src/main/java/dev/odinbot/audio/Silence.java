package dev.odinbot.audio;

/** A stereo Opus frame without sound: told so, a decoder stops instead of guessing how the music might go on. */
final class Silence {

    private static final byte[] PACKET = {(byte) 0xfc, (byte) 0xff, (byte) 0xfe};

    private Silence() {}

    static void fill(Frame frame) {
        frame.set(PACKET);
    }
}
