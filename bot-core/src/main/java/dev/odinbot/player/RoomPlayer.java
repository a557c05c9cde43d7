package dev.odinbot.player;

import dev.odinbot.api.audio.Player;
import dev.odinbot.audio.FrameSource;

/** A room's player as the host sees it: also where its frames come out. */
public interface RoomPlayer extends Player, AutoCloseable {

    /** For the clock thread. */
    FrameSource frames();

    /** Ends everything; the player plays no more. */
    @Override
    void close();
}
