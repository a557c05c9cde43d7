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
    private volatile boolean begun;

    PlayerFrames(AudioPlayer player) {
        this.player = player;
    }

    /**
     * Another track's turn has come, and its frames are not to be asked for yet: LavaPlayer takes a track that is asked for
     * while it is being started for one that has been stuck since the last one. Any thread.
     */
    void rewind() {
        begun = false;
        out.set(0);
    }

    /** LavaPlayer has started the track. Any thread. */
    void begin() {
        out.set(0);
        begun = true;
    }

    /** How much of the track has gone out. Any thread. */
    Duration position() {
        return Duration.ofMillis(out.get() * FRAME_MILLIS);
    }

    @Override
    public Read read(Frame into) {
        if (!begun) {
            return Read.IDLE;
        }
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
