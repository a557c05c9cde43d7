package dev.odinbot.player;

import com.sedmelluq.discord.lavaplayer.player.AudioPlayer;
import com.sedmelluq.discord.lavaplayer.track.playback.MutableAudioFrame;
import dev.odinbot.audio.Frame;
import dev.odinbot.audio.FrameSource;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The frames that a LavaPlayer has ready. */
final class PlayerFrames implements FrameSource {

    private static final int FRAME_MILLIS = 20;

    private final AudioPlayer player;
    private final MutableAudioFrame received = new MutableAudioFrame();
    private final AtomicLong out = new AtomicLong();

    /** @param mostBytes the longest packet that the player's buffer can hold, however malformed the file */
    PlayerFrames(AudioPlayer player, int mostBytes) {
        this.player = player;
        received.setBuffer(ByteBuffer.allocate(mostBytes));
    }

    /** A new track begins. Any thread. */
    void rewind() {
        out.set(0);
    }

    /** How much of the track has gone out. Any thread. */
    Duration position() {
        return Duration.ofMillis(out.get() * FRAME_MILLIS);
    }

    @Override
    public Read read(Frame into) {
        if (!player.provide(received)) {
            // Before its first frame a track is not late yet, only on its way.
            boolean within = out.get() > 0 && player.getPlayingTrack() != null && !player.isPaused();
            return within ? Read.STARVED : Read.IDLE;
        }
        out.incrementAndGet();
        if (received.getDataLength() > Frame.MAX_BYTES) {
            return Read.STARVED;
        }
        into.length(received.getDataLength());
        received.getData(into.bytes(), 0);
        return Read.FRAME;
    }
}
