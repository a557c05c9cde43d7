package dev.odinbot.player;

import java.util.List;

/** What becomes of the entries of a playlist. */
final class Playlists {

    private static final int DEEPEST = 3;

    private Playlists() {}

    /** A playlist of one, as radio stations hand out, is the same as what it names. */
    static Loaded loaded(String name, List<Entry> entries, int more, int depth) {
        if (entries.isEmpty()) {
            return new Loaded.Failed(Reasons.EMPTY_PLAYLIST);
        }
        if (entries.size() == 1 && more == 0) {
            return depth < DEEPEST ? entries.get(0).source().load() : new Loaded.Failed(Reasons.NESTED_PLAYLIST);
        }
        return new Loaded.Playlist(name, entries, more);
    }
}
