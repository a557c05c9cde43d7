package dev.odinbot.player;

import static com.sedmelluq.discord.lavaplayer.container.MediaContainerDetectionResult.supportedFormat;

import com.sedmelluq.discord.lavaplayer.container.MediaContainerDetectionResult;
import com.sedmelluq.discord.lavaplayer.container.MediaContainerHints;
import com.sedmelluq.discord.lavaplayer.container.MediaContainerProbe;
import com.sedmelluq.discord.lavaplayer.tools.io.SeekableInputStream;
import com.sedmelluq.discord.lavaplayer.track.AudioReference;
import com.sedmelluq.discord.lavaplayer.track.AudioTrack;
import com.sedmelluq.discord.lavaplayer.track.AudioTrackInfo;
import com.sedmelluq.discord.lavaplayer.track.info.AudioTrackInfoBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises playlists among containers; the text of one comes back as the container's parameters. */
final class ListingProbe implements MediaContainerProbe {

    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern OPENING =
            Pattern.compile("(?i)\\A\\uFEFF?\\s*(#EXTM3U|#EXTINF|\\[playlist\\]|https?://)");

    private final boolean named;

    /** @param named whether name or type say already that it is a playlist, whatever it begins with */
    ListingProbe(boolean named) {
        this.named = named;
    }

    @Override
    public String getName() {
        return "playlist";
    }

    @Override
    public boolean matchesHints(MediaContainerHints hints) {
        return named;
    }

    @Override
    public @Nullable MediaContainerDetectionResult probe(AudioReference reference, SeekableInputStream in)
            throws IOException {
        byte[] head = in.readNBytes(512);
        String opening = new String(head, StandardCharsets.UTF_8);
        boolean text = opening.indexOf('\0') < 0;
        if (!text || !(named || OPENING.matcher(opening).find())) {
            return null;
        }
        in.seek(0);
        String all = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        return supportedFormat(
                this, all, AudioTrackInfoBuilder.create(reference, null).build());
    }

    @Override
    public AudioTrack createTrack(String parameters, AudioTrackInfo info, SeekableInputStream in) {
        throw new UnsupportedOperationException("A playlist is no track");
    }
}
