package dev.odinbot.api.audio;

import java.time.Duration;
import java.util.Optional;

/**
 * The track a player is at.
 *
 * @param position how much of the track has gone out
 * @param streamTitle what a radio station says it is playing now
 */
public record NowPlaying(TrackInfo track, Duration position, boolean paused, Optional<String> streamTitle) {}
