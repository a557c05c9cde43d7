package dev.odinbot.player;

import com.sedmelluq.discord.lavaplayer.container.MediaContainer;
import com.sedmelluq.discord.lavaplayer.container.MediaContainerDescriptor;
import com.sedmelluq.discord.lavaplayer.container.MediaContainerDetection;
import com.sedmelluq.discord.lavaplayer.container.MediaContainerDetectionResult;
import com.sedmelluq.discord.lavaplayer.container.MediaContainerHints;
import com.sedmelluq.discord.lavaplayer.container.MediaContainerProbe;
import com.sedmelluq.discord.lavaplayer.container.MediaContainerRegistry;
import com.sedmelluq.discord.lavaplayer.tools.io.SeekableInputStream;
import com.sedmelluq.discord.lavaplayer.track.AudioReference;
import com.sedmelluq.discord.lavaplayer.track.AudioTrackInfo;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What some bytes turned out to be. */
sealed interface Container {

    record Sound(AudioTrackInfo tags, MediaContainerDescriptor format) implements Container {}

    record Playlist(String text) implements Container {}

    record Unsupported() implements Container {}

    record Unknown() implements Container {}

    /**
     * Looks at the beginning of {@code in}.
     *
     * @param identifier becomes the tags' identifier; turns up in logs, so must be safe to show
     * @param mimeType hint, as is {@code ending}
     * @param listing whether it is a playlist by its name or type
     */
    static Container detect(
            SeekableInputStream in,
            String identifier,
            @Nullable String mimeType,
            @Nullable String ending,
            boolean listing) {
        ListingProbe playlists = new ListingProbe(listing);
        MediaContainerDetectionResult found = new MediaContainerDetection(
                        new MediaContainerRegistry(probes(playlists)),
                        new AudioReference(identifier, null),
                        in,
                        MediaContainerHints.from(mimeType, ending))
                .detectContainer();
        if (!found.isContainerDetected()) {
            return new Unknown();
        }
        if (!found.isSupportedFile()) {
            return new Unsupported();
        }
        MediaContainerDescriptor format = found.getContainerDescriptor();
        return format.probe == playlists ? new Playlist(format.parameters) : new Sound(found.getTrackInfo(), format);
    }

    /** LavaPlayer's own playlist probes would follow only one link, and by a client without our guard. */
    private static List<MediaContainerProbe> probes(ListingProbe playlists) {
        EnumSet<MediaContainer> sounds =
                EnumSet.complementOf(EnumSet.of(MediaContainer.M3U, MediaContainer.PLS, MediaContainer.PLAIN));
        List<MediaContainerProbe> probes = new ArrayList<>();
        probes.add(playlists);
        sounds.forEach(sound -> probes.add(sound.probe));
        return probes;
    }
}
