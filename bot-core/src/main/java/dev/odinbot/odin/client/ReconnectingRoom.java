package dev.odinbot.odin.client;

import dev.odinbot.api.room.Media;
import dev.odinbot.api.room.MediaId;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.odin.protocol.RoomNotice;
import dev.odinbot.odin.protocol.RoomUpdate;
import dev.odinbot.odin.transport.DataChannel;
import dev.odinbot.time.Timers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A room that we come back into whenever the connection breaks, with a fresh token, until we leave it. It only gives up on a
 * gateway address that no try can ever reach; everything else somebody may mend.
 */
final class ReconnectingRoom implements OdinRoom {

    /** After a stay as long as this, the next break is a new one. */
    private static final Duration STABLE = Duration.ofSeconds(10);

    private static final Duration STOP_MEDIA_LIMIT = Duration.ofMillis(500);
    private static final Duration LEAVE_LIMIT = Duration.ofSeconds(1);

    private final Network network;
    private final OdinClient.Entry entry;
    private final OdinRoomListener listener;
    private final Serial serial = new Serial();
    private final AudioSender audio = new AudioSender();
    private final CompletableFuture<Void> left = new CompletableFuture<>();

    private volatile State state = State.CONNECTING;
    private volatile List<Peer> peers = List.of();

    // The rest belongs to the serial.
    private final Backoff backoff = new Backoff(new Random());
    private Timers.@Nullable Timer retry;
    private @Nullable RoomConnection connection;
    private @Nullable Stay stay;
    private long joinedAtNanos;
    private boolean leaving;

    ReconnectingRoom(Network network, OdinClient.Entry entry, OdinRoomListener listener) {
        this.network = network;
        this.entry = entry;
        this.listener = listener;
    }

    void start() {
        serial.execute(() -> {
            String scheme = String.valueOf(entry.gateway().getScheme());
            if (entry.gateway().getHost() == null || !scheme.matches("(?i)https?")) {
                become(State.FAILED, "the gateway " + entry.gateway() + " is not an http or https address");
            } else {
                connect();
            }
        });
    }

    private void connect() {
        if (!leaving) {
            Attempt attempt = new Attempt();
            connection = attempt.own;
            attempt.own.start();
        }
    }

    @Override
    public RoomId id() {
        return entry.room();
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public List<Peer> peers() {
        return peers;
    }

    @Override
    public CompletionStage<Void> send(byte[] message, Collection<PeerId> targets) {
        byte[] copy = message.clone();
        return whileJoined("SendMessage", now -> now.send(copy, targets));
    }

    @Override
    public CompletionStage<MediaId> startMedia() {
        return whileJoined("StartMedia", Stay::startMedia);
    }

    @Override
    public CompletionStage<Void> stopMedia() {
        return whileJoined("StopMedia", Stay::stopMedia);
    }

    private <T> CompletionStage<T> whileJoined(String call, Function<Stay, CompletionStage<T>> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        serial.execute(() -> {
            CompletionStage<T> done = stay == null || leaving
                    ? CompletableFuture.failedStage(new OdinException(call, "not in the room"))
                    : action.apply(stay);
            done.whenComplete((value, fault) -> {
                if (fault != null) {
                    result.completeExceptionally(Causes.of(fault));
                } else {
                    result.complete(value);
                }
            });
        });
        return result;
    }

    @Override
    public boolean audioReady() {
        return audio.ready();
    }

    @Override
    public boolean sendAudio(byte[] opus, int offset, int length) {
        return audio.send(opus, offset, length);
    }

    @Override
    public CompletionStage<Void> leave() {
        serial.execute(this::beginLeaving);
        return left.minimalCompletionStage();
    }

    CompletionStage<Void> whenLeft() {
        return left;
    }

    @Override
    public void close() {
        serial.execute(this::beginLeaving);
    }

    private void beginLeaving() {
        if (leaving) {
            return;
        }
        leaving = true;
        if (retry != null) {
            retry.cancel();
        }
        Timers.Timer giveUp = network.timers().after(LEAVE_LIMIT, () -> left.complete(null));
        Timers.Timer unanswered = network.timers().after(STOP_MEDIA_LIMIT, () -> serial.execute(this::finishLeaving));
        whenLeft().whenComplete((done, fault) -> giveUp.cancel());
        CompletionStage<Void> stopped = stay == null ? CompletableFuture.completedStage(null) : stay.stopMediaAtOnce();
        stopped.whenCompleteAsync(
                (done, fault) -> {
                    unanswered.cancel();
                    finishLeaving();
                },
                serial);
    }

    private void finishLeaving() {
        if (state == State.LEFT) {
            return;
        }
        boolean wasJoined = endStay("the room was left");
        CompletionStage<Void> closed = connection == null ? CompletableFuture.completedStage(null) : connection.close();
        if (wasJoined) {
            listener.event(new RoomEvent.Left("left", true));
        }
        if (state != State.FAILED) {
            become(State.LEFT, "");
        }
        closed.whenComplete((done, fault) -> left.complete(null));
    }

    /** Whether there was one. */
    private boolean endStay(String reason) {
        Stay ending = stay;
        if (ending == null) {
            return false;
        }
        stay = null;
        peers = List.of();
        ending.end(reason);
        return true;
    }

    private void become(State next, String detail) {
        state = next;
        listener.stateChanged(next, detail);
    }

    /** One connection, from the first try to its end. */
    private final class Attempt implements RoomConnection.Listener {

        private final RoomConnection own = new RoomConnection(network, entry, serial, this);

        @Override
        public void joined(RoomUpdate.Joined joined, DataChannel channel) {
            Stay now = new Stay(own, channel, joined, network, serial, audio);
            stay = now;
            joinedAtNanos = network.ticker().nanos();
            peers = now.model().peers();
            become(State.JOINED, "");
            listener.event(new RoomEvent.Joined(now.model().own(), peers));
            peers.forEach(peer -> peer.medias().forEach(media -> pause(now, peer, media)));
        }

        @Override
        public void notice(RoomNotice notice) {
            if (stay != null) {
                tell(stay, stay.model().take(notice));
            }
        }

        @Override
        public void update(RoomUpdate update) {
            if (stay != null) {
                tell(stay, stay.model().take(update));
            }
        }

        private void tell(Stay now, Optional<RoomEvent> happened) {
            happened.ifPresent(event -> {
                peers = now.model().peers();
                listener.event(event);
                if (event instanceof RoomEvent.PeerJoined arrival) {
                    arrival.peer().medias().forEach(media -> pause(now, arrival.peer(), media));
                } else if (event instanceof RoomEvent.MediaStarted started) {
                    pause(now, started.peer(), started.media());
                }
            });
        }

        private void pause(Stay now, Peer peer, Media media) {
            now.pause(peer, media, () -> peers = now.model().peers());
        }

        @Override
        public void ended(JoinFailure why) {
            boolean wasJoined = endStay(why.detail());
            if (wasJoined && network.ticker().nanos() - joinedAtNanos >= STABLE.toNanos()) {
                backoff.reset();
            }
            Duration delay = why.slow() ? backoff.slow() : backoff.next();
            if (!leaving) { // before anybody is told: a listener's fault must not be the last of the room
                retry = network.timers().after(delay, () -> serial.execute(ReconnectingRoom.this::connect));
            }
            if (wasJoined) {
                listener.event(new RoomEvent.Left(why.detail(), leaving));
            }
            if (leaving) {
                finishLeaving();
                return;
            }
            become(
                    state == State.CONNECTING ? State.CONNECTING : State.RECONNECTING,
                    String.format(Locale.ROOT, "%s; next try in %.1f s", why.detail(), delay.toMillis() / 1000.0));
        }
    }
}
