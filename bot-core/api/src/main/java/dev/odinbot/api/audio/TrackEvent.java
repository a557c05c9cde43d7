package dev.odinbot.api.audio;

import dev.odinbot.api.text.Text;

/** Something that happened to a track in a room. */
public sealed interface TrackEvent {

    /** {@return the track it happened to} */
    TrackInfo track();

    /** It begins to be heard. */
    record Started(TrackInfo track) implements TrackEvent {}

    /** It was played to its end, skipped or stopped. */
    record Ended(TrackInfo track) implements TrackEvent {}

    /** It could not be played, or broke off; {@code reason} is a sentence. */
    record Failed(TrackInfo track, Text reason) implements TrackEvent {}
}
