package dev.odinbot.bot;

import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import dev.odinbot.audio.FrameClock;
import dev.odinbot.audio.Mixer;
import dev.odinbot.odin.client.OdinClient;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.odin.token.AccessKey;
import dev.odinbot.player.Players;
import dev.odinbot.player.RoomPlayer;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.Timers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rooms the bot is in. Opening and closing on the control thread; the list may be read from any. */
@Singleton
final class BotRooms {

    private static final Logger LOG = LoggerFactory.getLogger(BotRooms.class);
    private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(2);

    /** Grows with the rooms that are busy at one moment, since a slow command must delay no other room. */
    private final Executor threads = Executors.newCachedThreadPool(
            new ThreadFactoryBuilder().setNameFormat("room-%d").setDaemon(true).build());

    private final List<BotRoom> rooms = new CopyOnWriteArrayList<>();
    private final OdinClient client;
    private final Players players;
    private final FrameClock clock;
    private final Commands commands;
    private final Ticker ticker;
    private final Timers timers;

    @Inject
    BotRooms(OdinClient client, Players players, FrameClock clock, Commands commands, Ticker ticker, Timers timers) {
        this.client = client;
        this.players = players;
        this.clock = clock;
        this.commands = commands;
        this.ticker = ticker;
        this.timers = timers;
    }

    List<BotRoom> all() {
        return List.copyOf(rooms);
    }

    /** Starts to join; {@code onState} runs on the room's executor whenever the room's state has changed. */
    void open(RoomSettings settings, URI gateway, AccessKey key, Runnable onState) {
        RoomInbox inbox = new RoomInbox(MoreExecutors.newSequentialExecutor(threads));
        RoomPlayer player = players.create(settings.volume(), inbox);
        Mixer mixer = new Mixer(player.frames(), inbox::drained);
        OdinRoom odin = client.join(
                new OdinClient.Entry(
                        gateway, key, settings.id(), settings.userId(), settings.userData(Version.number())),
                inbox);
        rooms.add(new BotRoom(settings, odin, player, clock.open(mixer, new MediaSink(odin)), inbox));
        Autoplay autoplay = new Autoplay(settings, player, inbox, ticker, timers);
        inbox.connect(new RoomSession(settings, inbox, odin, player, mixer, commands, autoplay, timers, onState));
    }

    /** Leaves every room, all at once, and waits for it a moment. */
    void close() {
        CompletableFuture<?>[] left = rooms.stream().map(BotRooms::leave).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(left)
                .orTimeout(LEAVE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(e -> {
                    LOG.warn("Not every room was left in time: {}", e.getMessage());
                    return null;
                })
                .join();
        rooms.clear(); // the idle threads end by themselves; an executor shut down would refuse late events loudly
    }

    /** One that cannot be left must not keep the bot in the others. */
    private static CompletableFuture<Void> leave(BotRoom room) {
        try {
            return room.close().toCompletableFuture();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
