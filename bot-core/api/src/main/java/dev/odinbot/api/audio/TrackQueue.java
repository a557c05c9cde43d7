package dev.odinbot.api.audio;

import java.util.List;
import java.util.Optional;

/** What plays next in a room, in order. Usable from any thread; each call is atomic. */
public interface TrackQueue {

    /** The waiting tracks as they are now, first one first; without the playing one. */
    List<TrackInfo> tracks();

    /** Removes the track at {@code position} (from 1); empty when there is none. */
    Optional<TrackInfo> remove(int position);

    /** Removes all waiting tracks and returns how many there were. */
    int clear();
}
