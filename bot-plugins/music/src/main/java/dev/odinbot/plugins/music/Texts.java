package dev.odinbot.plugins.music;

import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.text.PlainText;
import dev.odinbot.api.text.Text;
import java.time.Duration;
import java.util.Locale;

/** The parts that replies have in common. */
final class Texts {

    /** Titles come from files and the internet and may be anything. */
    static final int MAX_TITLE = 80;

    private static final int MAX_NAME = 40;

    private static final Text NOTHING = Text.of("");

    private Texts() {}

    static Reply nothingPlaying() {
        return Reply.key("nothing-playing");
    }

    /** {@code Title}, or {@code Title by Author}. */
    static Text title(TrackInfo track) {
        String title = PlainText.line(track.title(), MAX_TITLE);
        String author = PlainText.line(track.author(), MAX_NAME);
        String name = title.isEmpty() ? PlainText.line(track.identifier(), MAX_TITLE) : title;
        return author.isEmpty() ? Text.of(name) : Text.key("title.by", name, author);
    }

    static Text titleAndLength(TrackInfo track) {
        Text length = track.length().map(Texts::time).map(Text::of).orElseGet(() -> Text.key("live"));
        return Text.key("title.length", title(track), length);
    }

    /** As {@link #titleAndLength}, but of a track that waits: a playlist need not say how long it is. */
    static Text titleAndKnownLength(TrackInfo track) {
        return track.length().isEmpty() ? title(track) : titleAndLength(track);
    }

    /** {@code , asked for by Anna}, or nothing when nobody did. */
    static Text requester(TrackInfo track) {
        return optional("requester", track.requester().map(Requester::name).orElse(""), MAX_NAME);
    }

    /** The sentence of that key about a stranger's words; nothing when there are none. */
    static Text optional(String key, String words, int maxChars) {
        String line = PlainText.line(words, maxChars);
        return line.isEmpty() ? NOTHING : Text.key(key, line);
    }

    /** {@code 3:05}, {@code 1:02:03}. */
    static String time(Duration duration) {
        long hours = duration.toHours();
        int minutes = duration.toMinutesPart();
        int seconds = duration.toSecondsPart();
        return hours == 0
                ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds)
                : String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, seconds);
    }

    /** {@code 1 track}, {@code 2 tracks}. */
    static Text tracks(int count) {
        return Text.key("tracks", count);
    }
}
