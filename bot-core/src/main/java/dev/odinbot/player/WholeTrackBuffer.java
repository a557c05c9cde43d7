package dev.odinbot.player;

import com.sedmelluq.discord.lavaplayer.format.AudioDataFormat;
import com.sedmelluq.discord.lavaplayer.track.playback.AllocatingAudioFrameBuffer;
import com.sedmelluq.discord.lavaplayer.track.playback.AudioFrame;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * LavaPlayer's buffer whose frames take a new volume, without its race: a reader that found no frame asks next whether the
 * track is over, and the decoder may in between have filled the buffer and said so, which would end the track unheard. The
 * decoder says so under the lock that is held here.
 */
final class WholeTrackBuffer extends AllocatingAudioFrameBuffer {

    WholeTrackBuffer(int bufferMillis, AudioDataFormat format, AtomicBoolean stopping) {
        super(bufferMillis, format, stopping);
    }

    @Override
    public @Nullable AudioFrame provide() {
        synchronized (synchronizer) {
            return super.provide();
        }
    }
}
