package dev.odinbot.bot.room;

import dev.odinbot.api.audio.Player;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.audio.FrameClock;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.player.RoomPlayer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One running room, for status, for what is changed while running, and for the end. Any thread. */
public final class BotRoom {

    private final LiveSettings settings;
    private final OdinRoom odin;
    private final RoomChat chat;
    private final RoomPlayer player;
    private final FrameClock.Lane lane;
    private final RoomPlugins plugins;
    private final RoomInbox inbox;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    BotRoom(
            LiveSettings settings,
            OdinRoom odin,
            RoomChat chat,
            RoomPlayer player,
            FrameClock.Lane lane,
            RoomPlugins plugins,
            RoomInbox inbox) {
        this.settings = settings;
        this.odin = odin;
        this.chat = chat;
        this.player = player;
        this.lane = lane;
        this.plugins = plugins;
        this.inbox = inbox;
    }

    public RoomId id() {
        return odin.id();
    }

    /** What holds in it now. */
    public RoomSettings settings() {
        return settings.now();
    }

    public OdinRoom odin() {
        return odin;
    }

    public Room chat() {
        return chat;
    }

    public Player player() {
        return player;
    }

    /** What it sends by, with its counts. */
    public FrameClock.Lane lane() {
        return lane;
    }

    /** Completes when nothing more will be heard of it. */
    public CompletionStage<Void> closed() {
        return closed;
    }

    /** Takes what config.yml says now; what was set while running stays over it. */
    public void configure(RoomSettings configured) {
        settings.configure(configured);
        player.volume(settings().volume());
    }

    /**
     * Holds at once; the stage completes when it is kept.
     *
     * @param value without a problem; empty = as config.yml says
     */
    public CompletionStage<Void> set(RoomSetting setting, Optional<String> value) {
        CompletionStage<Void> kept = settings.set(setting, value);
        if (setting == RoomSetting.VOLUME) {
            player.volume(settings().volume()); // the others are looked up when they are needed
        }
        return kept;
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
