package dev.odinbot.player;

import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.text.Text;

/** Hears what a player does. Called on any thread, one call at a time; must hand over at once. */
public interface PlayerListener {

    /** A track began; its frames will come. */
    default void trackStarted(TrackInfo track) {}

    /** A track ended by itself, was skipped or stopped. */
    default void trackEnded(TrackInfo track) {}

    /** A track could not be played (on); the next one follows. */
    default void trackFailed(TrackInfo track, Text reason) {}

    /**
     * Nothing plays and nothing waits.
     *
     * @param stopped whether somebody asked for it with {@link dev.odinbot.api.audio.Player#stop}, which says so even when
     *     nothing was left to stop
     */
    default void queueEnded(boolean stopped) {}
}
