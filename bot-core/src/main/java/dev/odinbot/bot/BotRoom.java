package dev.odinbot.bot;

import dev.odinbot.audio.FrameClock;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.player.RoomPlayer;
import java.util.concurrent.CompletionStage;

/** All that makes up one running room, for status and for the end. */
record BotRoom(RoomSettings settings, OdinRoom odin, RoomPlayer player, FrameClock.Lane lane, RoomInbox inbox) {

    /** Silences the room, then leaves it. */
    CompletionStage<Void> close() {
        inbox.close();
        CompletionStage<Void> left;
        try {
            lane.close();
            player.close();
        } finally {
            left = odin.leave();
        }
        return left;
    }
}
