package dev.odinbot.bot.room;

import dev.odinbot.api.room.Room;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.Rooms;
import dev.odinbot.audio.FrameClock;
import dev.odinbot.audio.Mixer;
import dev.odinbot.listener.ListenerRegistry;
import dev.odinbot.odin.client.OdinClient;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.odin.token.AccessKey;
import dev.odinbot.player.Players;
import dev.odinbot.player.RoomPlayer;
import dev.odinbot.time.HostThreads;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.Timers;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rooms the bot is in. Any thread. */
@Singleton
public final class BotRooms implements Rooms {

    private static final Logger LOG = LoggerFactory.getLogger(BotRooms.class);
    private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(2);

    /** Grows with the rooms that are busy at one moment, since a slow command must delay no other room. */
    private final Executor threads = Executors.newCachedThreadPool(HostThreads.named("room"));

    private final List<BotRoom> rooms = new CopyOnWriteArrayList<>();
    private boolean closed;
    private final OdinClient client;
    private final Players players;
    private final FrameClock clock;
    private final Commands commands;
    private final ListenerRegistry listeners;
    private final RoomMemory memory;
    private final Pages pages;
    private final Ticker ticker;
    private final Timers timers;
    private final String version;

    @Inject
    BotRooms(
            OdinClient client,
            Players players,
            FrameClock clock,
            Commands commands,
            ListenerRegistry listeners,
            RoomMemory memory,
            Pages pages,
            Ticker ticker,
            Timers timers,
            @Named("version") String version) {
        this.version = version;
        this.client = client;
        this.players = players;
        this.clock = clock;
        this.commands = commands;
        this.listeners = listeners;
        this.memory = memory;
        this.pages = pages;
        this.ticker = ticker;
        this.timers = timers;
    }

    @Override
    public List<Room> all() {
        return rooms.stream().<Room>map(BotRoom::chat).toList();
    }

    @Override
    public Optional<Room> find(RoomId id) {
        return running(id).map(BotRoom::chat);
    }

    public List<BotRoom> running() {
        return List.copyOf(rooms);
    }

    public Optional<BotRoom> running(RoomId id) {
        return rooms.stream().filter(room -> room.id().equals(id)).findFirst();
    }

    /**
     * Starts to join; {@code onState} hears, on the room's executor, whenever the room's state has changed. When it throws nothing is left
     * of the room.
     *
     * @return empty when the bot is in that room already, or has been closed
     */
    public synchronized Optional<BotRoom> open(
            RoomSettings configured, URI gateway, AccessKey key, RoomStateListener onState) {
        if (closed || running(configured.id()).isPresent()) {
            return Optional.empty();
        }
        Deque<Runnable> undo = new ArrayDeque<>();
        try {
            return Optional.of(open(new LiveSettings(configured, memory), gateway, key, onState, undo));
        } catch (RuntimeException | Error e) {
            undo.forEach(Runnable::run);
            throw e;
        }
    }

    /** @param undo gets what ends the parts that there are already, the last one first */
    private BotRoom open(
            LiveSettings live, URI gateway, AccessKey key, RoomStateListener onState, Deque<Runnable> undo) {
        RoomSettings settings = live.now();
        RoomExecutor executor = new RoomExecutor(threads, timers);
        RoomInbox inbox = new RoomInbox(executor);
        undo.push(inbox::close);
        RoomPlayer player = players.create(settings.volume(), inbox);
        undo.push(player::close);
        Mixer mixer = new Mixer(player.frames(), inbox::drained);
        OdinRoom odin = client.join(
                new OdinClient.Entry(gateway, key, settings.id(), settings.userId(), settings.userData(version)),
                inbox);
        undo.push(odin::close);
        RoomChat chat = new RoomChat(odin, live, pages, ticker);
        RoomPlugins plugins = new RoomPlugins(commands, listeners, chat, new RememberingPlayer(player, live), executor);
        FrameClock.Lane lane = clock.open(mixer, new MediaSink(odin));
        undo.push(lane::close);
        BotRoom room = new BotRoom(live, odin, chat, player, lane, plugins, inbox);
        rooms.add(room); // before anything is heard of it
        undo.push(() -> rooms.remove(room));
        Autoplay autoplay = new Autoplay(live, player, inbox, ticker, timers);
        inbox.connect(new RoomSession(live, inbox, odin, chat, player, mixer, plugins, autoplay, timers, onState));
        return room;
    }

    /** Leaves the room; empty when the bot is not in it. */
    public Optional<CompletionStage<Void>> leave(RoomId id) {
        return running(id).flatMap(this::leave);
    }

    /** Leaves this very room; empty when the bot has left it already, even if it is in one of the same name now. */
    public Optional<CompletionStage<Void>> leave(BotRoom room) {
        return rooms.remove(room) ? Optional.of(end(room)) : Optional.empty();
    }

    /** Completes when everything is said that is being said now, in all rooms. */
    public CompletionStage<Void> quiet() {
        return CompletableFuture.allOf(
                rooms.stream().map(room -> room.quiet().toCompletableFuture()).toArray(CompletableFuture[]::new));
    }

    /** Leaves every room, all at once, and waits for it a moment. */
    public void close() {
        synchronized (this) {
            closed = true;
        }
        CompletableFuture<?>[] left = rooms.stream().map(BotRooms::end).toArray(CompletableFuture[]::new);
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
    private static CompletableFuture<Void> end(BotRoom room) {
        try {
            return room.close().toCompletableFuture();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
