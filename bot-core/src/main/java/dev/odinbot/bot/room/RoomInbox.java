package dev.odinbot.bot.room;

import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.text.Text;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.odin.client.OdinRoomListener;
import dev.odinbot.player.PlayerListener;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what reader, player and clock threads tell of one room and hands it, in order, to the session on the room's
 * executor. A fault in the session costs that one event.
 */
final class RoomInbox implements OdinRoomListener, PlayerListener {

    private static final Logger LOG = LoggerFactory.getLogger(RoomInbox.class);

    private final RoomExecutor executor;
    private final CompletableFuture<Optional<RoomSession>> session = new CompletableFuture<>();
    private volatile boolean closed;

    RoomInbox(RoomExecutor executor) {
        this.executor = executor;
    }

    /** The session takes what has come already, and what will. */
    void connect(RoomSession to) {
        session.complete(Optional.of(to));
    }

    /** What comes later has nobody to hear it. */
    void close() {
        closed = true;
        session.complete(Optional.empty()); // or what came before a session that never was would wait for it
    }

    void post(Consumer<RoomSession> task) {
        executor.execute(() -> {
            Optional<RoomSession> to = session.join();
            if (!closed) {
                to.ifPresent(open -> run(open, task));
            }
        });
    }

    private static void run(RoomSession session, Consumer<RoomSession> task) {
        try {
            task.accept(session);
        } catch (RuntimeException e) {
            LOG.error("Room {}: an event was not handled", session.id(), e);
        }
    }

    @Override
    public void event(RoomEvent event) {
        post(s -> s.on(event));
    }

    @Override
    public void stateChanged(OdinRoom.State state, String detail) {
        post(s -> s.onState(state, detail));
    }

    @Override
    public void trackStarted(TrackInfo track) {
        post(s -> s.onTrackStarted(track));
    }

    @Override
    public void trackEnded(TrackInfo track) {
        post(s -> s.onTrackEnded(track));
    }

    @Override
    public void trackFailed(TrackInfo track, Text reason) {
        post(s -> s.onTrackFailed(track, reason));
    }

    @Override
    public void queueEnded(boolean stopped) {
        post(s -> s.onQueueEnded(stopped));
    }

    /** The last frame and its tail of silence have gone out. */
    void drained() {
        post(RoomSession::onDrained);
    }
}
