package dev.odinbot.plugins.music;

import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.text.PlainText;
import java.time.Duration;
import java.util.Locale;

/** The parts that replies have in common. */
final class Texts {

    static final String NOTHING_PLAYING = "Nothing is playing.";

    /** Titles come from files and the internet and may be anything. */
    static final int MAX_TITLE = 80;

    private static final int MAX_NAME = 40;

    private Texts() {}

    /** {@code Title}, or {@code Title by Author}. */
    static String title(TrackInfo track) {
        String title = PlainText.line(track.title(), MAX_TITLE);
        String author = PlainText.line(track.author(), MAX_NAME);
        String name = title.isEmpty() ? PlainText.line(track.identifier(), MAX_TITLE) : title;
        return author.isEmpty() ? name : name + " by " + author;
    }

    static String titleAndLength(TrackInfo track) {
        return title(track) + " (" + track.length().map(Texts::time).orElse("live") + ")";
    }

    /** As {@link #titleAndLength}, but of a track that waits: a playlist need not say how long it is. */
    static String titleAndKnownLength(TrackInfo track) {
        return track.length().isEmpty() ? title(track) : titleAndLength(track);
    }

    /** {@code , asked for by Anna}, or nothing when nobody did. */
    static String requester(TrackInfo track) {
        String requester = PlainText.line(track.requester().map(Requester::name).orElse(""), MAX_NAME);
        return requester.isEmpty() ? "" : ", asked for by " + requester;
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
    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
