package dev.odinbot.api.audio;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Plays tracks in one room, one after the other. Usable from any thread; nothing blocks. */
public interface Player {

    /**
     * Loads what {@code identifier} names (a file of the library, a name in it, an http(s) address) and plays it, or
     * queues it when something is playing.
     *
     * @param requester who asks; empty for the bot itself
     * @return the outcome; completes exceptionally only on a fault of ours
     */
    CompletionStage<LoadOutcome> play(String identifier, Optional<Requester> requester);

    /** {@return what is played or paused now} */
    Optional<NowPlaying> nowPlaying();

    /** {@return what comes next} */
    TrackQueue queue();

    /** Ends the current track and starts the next; empty when nothing was playing. */
    Optional<TrackInfo> skip();

    /** Ends the current track and empties the queue; false when there was nothing to stop. */
    boolean stop();

    /** False when nothing plays or it is paused already. */
    boolean pause();

    /** False when nothing is paused. */
    boolean resume();

    /** {@return percent, 100 = as recorded} */
    int volume();

    /**
     * Sets how loud it is from now on.
     *
     * @param percent 0-150
     */
    void volume(int percent);
}
