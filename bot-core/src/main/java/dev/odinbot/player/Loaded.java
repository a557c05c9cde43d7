package dev.odinbot.player;

import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.text.Text;
import java.util.List;

/** What loading brought. */
sealed interface Loaded {

    record Track(TrackInfo info, PlayableTrack audio) implements Loaded {}

    /** @param more how many further entries it has, which no queue could take */
    record Playlist(String name, List<Entry> entries, int more) implements Loaded {}

    record NoMatch() implements Loaded {}

    /** It may not be played. */
    record Refused(Text reason) implements Loaded {}

    /** It is there but cannot be played. */
    record Failed(Text reason) implements Loaded {}
}
