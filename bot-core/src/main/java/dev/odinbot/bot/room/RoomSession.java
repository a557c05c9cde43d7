package dev.odinbot.bot.room;

import dev.odinbot.api.audio.TrackEvent;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.PeerId;
import dev.odinbot.api.room.RoomEvent;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.text.PlainText;
import dev.odinbot.api.text.Text;
import dev.odinbot.audio.Mixer;
import dev.odinbot.odin.client.OdinRoom;
import dev.odinbot.player.RoomPlayer;
import dev.odinbot.time.Timers;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One room: its chat becomes commands, its player's frames its media. Every method runs on the room's executor, by way of {@link
 * RoomInbox}, and is quick: what plugins do with it is handed to {@link RoomPlugins}. Only {@link #id} may be asked elsewhere.
 */
final class RoomSession {

    private static final Logger LOG = LoggerFactory.getLogger(RoomSession.class);
    private static final Duration MEDIA_RETRY = Duration.ofSeconds(3);
    private static final int MAX_TITLE = 100;
    private static final int MOST_FAILURES_SAID = 3;

    private final LiveSettings settings;
    private final RoomInbox inbox;
    private final OdinRoom room;
    private final RoomChat chat;
    private final RoomPlayer player;
    private final Mixer mixer;
    private final RoomPlugins plugins;
    private final Autoplay autoplay;
    private final Timers timers;
    private final RoomStateListener onState;

    private Optional<PeerId> ownPeer = Optional.empty();
    private Optional<Timers.Timer> mediaRetry = Optional.empty();
    private int failuresInARow;

    RoomSession(
            LiveSettings settings,
            RoomInbox inbox,
            OdinRoom room,
            RoomChat chat,
            RoomPlayer player,
            Mixer mixer,
            RoomPlugins plugins,
            Autoplay autoplay,
            Timers timers,
            RoomStateListener onState) {
        this.settings = settings;
        this.inbox = inbox;
        this.room = room;
        this.chat = chat;
        this.player = player;
        this.mixer = mixer;
        this.plugins = plugins;
        this.autoplay = autoplay;
        this.timers = timers;
        this.onState = onState;
    }

    RoomId id() {
        return settings.now().id();
    }

    void onState(OdinRoom.State state, String detail) {
        String why = detail.isEmpty() ? "" : ": " + detail;
        switch (state) {
            case JOINED -> LOG.info("Room {}: joined{}", id(), why);
            case CONNECTING -> LOG.warn("Room {}: not joined yet{}", id(), why);
            case RECONNECTING -> LOG.warn("Room {}: connection lost, trying again{}", id(), why);
            case FAILED -> LOG.error("Room {}: given up{}", id(), why);
            case LEFT -> LOG.info("Room {}: left{}", id(), why);
        }
        onState.changed(state, detail);
    }

    void on(RoomEvent event) {
        if (event instanceof RoomEvent.MessageReceived received) {
            onMessage(received);
            return;
        }
        if (event instanceof RoomEvent.Joined joined) {
            onJoined(joined);
        } else if (event instanceof RoomEvent.Left) {
            plugins.leave();
        } else if (event instanceof RoomEvent.PeerJoined came && greets()) {
            chat.tell(came.peer().id(), settings.now().greetingText());
        }
        plugins.tell(event);
    }

    private boolean greets() {
        return !settings.now().greeting().isEmpty();
    }

    private void onJoined(RoomEvent.Joined joined) {
        boolean again = ownPeer.isPresent();
        ownPeer = Optional.of(joined.ownPeerId());
        plugins.enter();
        chat.stateChanged();
        if (!again && !joined.peers().isEmpty() && greets()) {
            chat.say(settings.now().greetingText());
        }
        if (player.nowPlaying().isPresent()) {
            startMedia(); // we were thrown out in the middle of a track
        } else {
            autoplay.start();
        }
    }

    private void onMessage(RoomEvent.MessageReceived received) {
        Peer sender = received.sender();
        if (ownPeer.filter(sender.id()::equals).isPresent()) {
            return;
        }
        ChatCodec.decode(received.message()).ifPresent(said -> plugins.said(sender, said));
        plugins.tell(received); // put before what was said
    }

    void onTrackStarted(TrackInfo track) {
        tellOfMoreFailures();
        startMedia();
        plugins.tell(new TrackEvent.Started(track));
    }

    void onTrackEnded(TrackInfo track) {
        plugins.tell(new TrackEvent.Ended(track));
    }

    private void startMedia() {
        if (room.state() != OdinRoom.State.JOINED) {
            return; // done on joining
        }
        room.startMedia().whenComplete((media, failure) -> {
            if (failure != null) {
                LOG.warn("Room {}: the media was not started: {}", id(), failure.getMessage());
                inbox.post(RoomSession::retryMedia);
            }
            inbox.post(RoomSession::stopMediaWhenSilent);
        });
    }

    /** A track must not stay silent because one call went wrong. */
    private void retryMedia() {
        if (mediaRetry.isEmpty()) {
            mediaRetry = Optional.of(timers.after(MEDIA_RETRY, () -> inbox.post(RoomSession::startMediaAgain)));
        }
    }

    private void startMediaAgain() {
        mediaRetry = Optional.empty();
        if (player.nowPlaying().isPresent() && !room.audioReady()) {
            startMedia();
        }
    }

    void onTrackFailed(TrackInfo track, Text reason) {
        if (track.requester().isEmpty()) {
            autoplay.trackFailed(reason);
        } else if (++failuresInARow <= MOST_FAILURES_SAID) {
            chat.say(Text.key("track.failed", PlainText.line(track.title(), MAX_TITLE), reason));
        }
        plugins.tell(new TrackEvent.Failed(track, reason));
    }

    /** A playlist of dead links must not bury the room in lines. */
    private void tellOfMoreFailures() {
        int more = failuresInARow - MOST_FAILURES_SAID;
        failuresInARow = 0;
        if (more > 0) {
            chat.say(Text.key("track.failed.more", more));
        }
    }

    void onQueueEnded(boolean stopped) {
        stopMediaWhenSilent();
        tellOfMoreFailures();
        if (stopped) {
            autoplay.stop();
        } else {
            autoplay.queueEnded();
        }
    }

    void onDrained() {
        stopMediaWhenSilent();
    }

    /** A paused track keeps its media; so does one whose tail of silence is still going out. */
    private void stopMediaWhenSilent() {
        if (!mixer.silent() || player.nowPlaying().isPresent() || room.state() != OdinRoom.State.JOINED) {
            return;
        }
        room.stopMedia().whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warn("Room {}: the media was not stopped: {}", id(), failure.getMessage());
            }
        });
    }
}
