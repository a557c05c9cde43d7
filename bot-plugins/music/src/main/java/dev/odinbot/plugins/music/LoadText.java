package dev.odinbot.plugins.music;

import dev.odinbot.api.audio.LoadOutcome;
import dev.odinbot.api.text.PlainText;

/** Words what became of a request to play something: always one line. */
final class LoadText {

    private static final int MAX_IDENTIFIER = 80;
    private static final int MAX_REASON = 160;

    private LoadText() {}

    static String of(LoadOutcome outcome) {
        if (outcome instanceof LoadOutcome.Queued queued) {
            String track = Texts.titleAndLength(queued.track());
            return queued.position() == 0
                    ? "Playing " + track + "."
                    : "Queued " + track + " at position " + queued.position() + ".";
        }
        if (outcome instanceof LoadOutcome.PlaylistQueued list) {
            return playlist(list);
        }
        if (outcome instanceof LoadOutcome.NoMatch none) {
            return "I found nothing for \"" + identifier(none.identifier()) + "\".";
        }
        if (outcome instanceof LoadOutcome.Refused refused) {
            return cannot(refused.identifier(), refused.reason());
        }
        LoadOutcome.Failed failed = (LoadOutcome.Failed) outcome;
        return cannot(failed.identifier(), failed.reason());
    }

    private static String playlist(LoadOutcome.PlaylistQueued list) {
        String name = list.name().isBlank() ? "" : " of " + PlainText.line(list.name(), Texts.MAX_TITLE);
        String tracks = Texts.count(list.tracks(), "track") + name;
        String dropped = list.dropped() == 0
                ? ""
                : " The queue is full: " + Texts.count(list.dropped(), "track") + " did not fit.";
        return (list.position() == 0
                        ? "Playing " + tracks + "."
                        : "Queued " + tracks + " from position " + list.position() + " on.")
                + dropped;
    }

    private static String cannot(String identifier, String reason) {
        return "I can't play " + identifier(identifier) + ": " + PlainText.line(reason, MAX_REASON);
    }

    private static String identifier(String identifier) {
        return PlainText.line(identifier, MAX_IDENTIFIER);
    }
}
