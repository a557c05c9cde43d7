package dev.odinbot.audio;

/** Room for one Opus packet of 20 ms (960 samples a channel at 48 kHz); filled and read on one thread, then reused. */
public final class Frame {

    /** The longest Opus packet there is for 20 ms (RFC 6716, section 3.4: R2 and R5). */
    public static final int MAX_BYTES = 1275 * 2 + 3;

    private final byte[] bytes = new byte[MAX_BYTES];
    private int length;

    /** The array behind the frame; only the first {@link #length} bytes mean something. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** Declares how much of {@link #bytes} has been filled. */
    public void length(int length) {
        if (length < 0 || length > MAX_BYTES) {
            throw new IllegalArgumentException("A frame of " + length + " bytes; the most is " + MAX_BYTES);
        }
        this.length = length;
    }

    public void set(byte[] packet) {
        length(packet.length);
        System.arraycopy(packet, 0, bytes, 0, packet.length);
    }
}
