package dev.odinbot.player;

import dev.odinbot.api.audio.TrackInfo;

/**
 * A track that waits for its turn.
 *
 * @param source where its sound comes from; what a playlist names is only looked at when its turn has come
 */
record Entry(TrackInfo info, Source source) {

    static Entry of(Loaded.Track track) {
        return new Entry(track.info(), () -> track);
    }

    /** Finds the sound; on a player thread, may take its time. */
    @FunctionalInterface
    interface Source {
        Loaded load();
    }
}
