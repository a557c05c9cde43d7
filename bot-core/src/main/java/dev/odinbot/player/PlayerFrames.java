package dev.odinbot.player;

import com.sedmelluq.discord.lavaplayer.player.AudioPlayer;
import com.sedmelluq.discord.lavaplayer.track.playback.AudioFrame;
import dev.odinbot.audio.Frame;
import dev.odinbot.audio.FrameSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The frames that a LavaPlayer has ready. */
final class PlayerFrames implements FrameSource {

    private static final int FRAME_MILLIS = 20;

    private final AudioPlayer player;
    private final AtomicLong out = new AtomicLong();

    PlayerFrames(AudioPlayer player) {
        this.player = player;
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
        AudioFrame received = player.provide(); // made when it was decoded, so no garbage here
        if (received == null) {
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
