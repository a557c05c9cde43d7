package dev.odinbot.bot;

import dev.odinbot.api.room.RoomId;
import dev.odinbot.audio.FrameClock;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.player.RoomPlayer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * All that makes up one running room, for status, for what is changed while running, and for the end.
 *
 * @param closed completes when nothing more will be heard of it
 */
record BotRoom(
        LiveSettings settings,
        OdinRoom odin,
        RoomChat chat,
        RoomPlayer player,
        FrameClock.Lane lane,
        RoomPlugins plugins,
        RoomInbox inbox,
        CompletableFuture<Void> closed) {

    RoomId id() {
        return odin.id();
    }

    /** Takes what config.yml says now; what was set while running stays over it. */
    void configure(RoomSettings configured) {
        settings.configure(configured);
        apply(RoomSetting.VOLUME);
    }

    /** Lets a changed setting be heard; the others are looked up when they are needed. */
    void apply(RoomSetting changed) {
        if (changed == RoomSetting.VOLUME) {
            player.volume(settings.now().volume());
        }
    }

    /** Completes when what the room is doing now is done, and said. */
    CompletionStage<Void> quiet() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        inbox.post(session -> done.complete(null)); // behind what is being done
        return done.thenCompose(nothing -> chat.quiet());
    }

    /** Silences the room, then leaves it. */
    CompletionStage<Void> close() {
        inbox.close();
        plugins.close();
        CompletionStage<Void> left;
        try {
            lane.close();
            player.close();
        } finally {
            left = odin.leave();
            closed.complete(null);
        }
        left.whenComplete((done, fault) -> chat.stateChanged());
        return left;
    }
}
