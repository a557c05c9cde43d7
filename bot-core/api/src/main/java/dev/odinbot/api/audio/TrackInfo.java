package dev.odinbot.api.audio;

import java.time.Duration;
import java.util.Optional;

/**
 * One playable thing.
 *
 * @param identifier what it was loaded from; safe to show (no credentials, no path outside the library)
 * @param author empty when unknown
 * @param length empty for a live stream, and for a track of a playlist that does not tell it, until it plays
 * @param requester who asked for it; empty for autoplay
 */
public record TrackInfo(
        String identifier, String title, String author, Optional<Duration> length, Optional<Requester> requester) {}
