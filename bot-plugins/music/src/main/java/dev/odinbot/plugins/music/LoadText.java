package dev.odinbot.plugins.music;

import dev.odinbot.api.audio.LoadOutcome;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.text.PlainText;
import dev.odinbot.api.text.Text;

/** Words what became of a request to play something: always one line. */
final class LoadText {

    private static final int MAX_IDENTIFIER = 80;

    private LoadText() {}

    static Reply of(LoadOutcome outcome) {
        if (outcome instanceof LoadOutcome.Queued queued) {
            Text track = Texts.titleAndLength(queued.track());
            return queued.position() == 0
                    ? Reply.key("load.playing", track)
                    : Reply.key("load.queued", track, queued.position());
        }
        if (outcome instanceof LoadOutcome.PlaylistQueued list) {
            return playlist(list);
        }
        if (outcome instanceof LoadOutcome.NoMatch none) {
            return Reply.key("load.nothing", identifier(none.identifier()));
        }
        if (outcome instanceof LoadOutcome.Refused refused) {
            return cannot(refused.identifier(), refused.reason());
        }
        LoadOutcome.Failed failed = (LoadOutcome.Failed) outcome;
        return cannot(failed.identifier(), failed.reason());
    }

    private static Reply playlist(LoadOutcome.PlaylistQueued list) {
        Text name = Texts.optional("load.list.name", list.name(), Texts.MAX_TITLE);
        Text dropped = list.dropped() == 0 ? Text.of("") : Text.key("load.list.dropped", Texts.tracks(list.dropped()));
        return list.position() == 0
                ? Reply.key("load.list.playing", Texts.tracks(list.tracks()), name, dropped)
                : Reply.key("load.list.queued", Texts.tracks(list.tracks()), name, dropped, list.position());
    }

    private static Reply cannot(String identifier, Text reason) {
        return Reply.key("load.cannot", identifier(identifier), reason);
    }

    private static String identifier(String identifier) {
        return PlainText.line(identifier, MAX_IDENTIFIER);
    }
}
