package dev.odinbot.api.audio;

import dev.odinbot.api.text.Text;

/**
 * What became of a request to play something. Refusals are values; none of them disturbs what is playing. Their reasons are sentences
 * of the host, worded in the language of whoever says them.
 */
public sealed interface LoadOutcome {

    /** @param position place in the queue from 1; 0 when it plays at once */
    record Queued(TrackInfo track, int position) implements LoadOutcome {}

    /**
     * @param tracks how many tracks were queued
     * @param dropped how many did not fit into the queue
     * @param position place of its first track in the queue from 1; 0 when that plays at once
     */
    record PlaylistQueued(String name, int tracks, int dropped, int position) implements LoadOutcome {}

    /** Nothing answers to the identifier. */
    record NoMatch(String identifier) implements LoadOutcome {}

    /** It may not be played: a host or path that is not allowed, a full queue. */
    record Refused(String identifier, Text reason) implements LoadOutcome {}

    /** It is there but cannot be read: 404, not audio, broken off. */
    record Failed(String identifier, Text reason) implements LoadOutcome {}
}
