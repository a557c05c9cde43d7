package dev.odinbot.testing;

import com.sedmelluq.discord.lavaplayer.natives.opus.OpusEncoder;
import dev.odinbot.audio.Frame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.time.Duration;

/** A {@link Sound} on its way out, as Opus frames. For one thread. */
final class PlayedSound implements AutoCloseable {

    static final Duration FRAME = Duration.ofMillis(20);

    /** Of a frame, in both channels. */
    static final int SAMPLES = 2 * 960;

    private final Sound sound;
    private final OpusEncoder encoder = new OpusEncoder(48_000, 2, 5);
    private final ShortBuffer pcm = ByteBuffer.allocateDirect(SAMPLES * Short.BYTES)
            .order(ByteOrder.nativeOrder())
            .asShortBuffer();
    private final ByteBuffer packet = ByteBuffer.allocateDirect(Frame.MAX_BYTES);
    private int next;

    PlayedSound(Sound sound) {
        this.sound = sound;
    }

    /** @param volume percent */
    void read(Frame into, int volume) {
        pcm.clear();
        for (int end = next + SAMPLES; next < end; next++) {
            int loud = sound.sample(next) * volume / 100;
            pcm.put((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, loud)));
        }
        pcm.flip();
        into.length(encoder.encode(pcm, SAMPLES / 2, packet.clear()));
        packet.get(into.bytes(), 0, into.length());
    }

    @Override
    public void close() {
        encoder.close();
    }
}
