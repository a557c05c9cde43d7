package dev.odinbot.player;

import com.sedmelluq.discord.lavaplayer.container.MediaContainerDetection;
import com.sedmelluq.discord.lavaplayer.tools.Units;
import com.sedmelluq.discord.lavaplayer.track.AudioTrackInfo;
import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.text.PlainText;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What files and sites say about their tracks, in our words. */
final class Tags {

    private static final int LONGEST = 200;

    private Tags() {}

    /** @param title taken when the tags have none */
    static TrackInfo info(AudioTrackInfo tags, String title, String identifier, Optional<Requester> requester) {
        Optional<Duration> length = tags.isStream || tags.length == Units.DURATION_MS_UNKNOWN
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(tags.length));
        String tagged = known(tags.title, MediaContainerDetection.UNKNOWN_TITLE);
        return new TrackInfo(
                identifier,
                tagged.isEmpty() ? line(title) : tagged,
                known(tags.author, MediaContainerDetection.UNKNOWN_ARTIST),
                length,
                requester);
    }

    private static String known(@Nullable String tag, String unknown) {
        return tag == null || tag.equals(unknown) ? "" : line(tag);
    }

    /** One line of bounded length: tags come from strangers. */
    static String line(String text) {
        return PlainText.line(text, LONGEST);
    }
}
