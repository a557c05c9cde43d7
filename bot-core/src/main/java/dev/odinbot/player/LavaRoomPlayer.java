package dev.odinbot.player;

import com.sedmelluq.discord.lavaplayer.player.AudioPlayer;
import com.sedmelluq.discord.lavaplayer.track.AudioTrack;
import dev.odinbot.api.audio.LoadOutcome;
import dev.odinbot.api.audio.NowPlaying;
import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.audio.TrackQueue;
import dev.odinbot.api.text.Text;
import dev.odinbot.audio.FrameSource;
import dev.odinbot.text.MessageBundles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A player on top of LavaPlayer, which only decodes the one track it is given; what is current, waiting or being loaded is
 * decided here, under this object's lock. LavaPlayer's events must be handed over before they get here: it fires them while
 * it holds its own lock, which {@link #start} and {@link #halt} take after ours.
 */
final class LavaRoomPlayer implements RoomPlayer {

    private static final Logger LOG = LoggerFactory.getLogger(LavaRoomPlayer.class);

    private static final int MOST_REQUESTS = 20;
    private static final int MOST_VOLUME = 150;

    private final AudioPlayer audio;
    private final PlayerFrames frames;
    private final Loader loader;
    private final Loads loads;
    private final PlayerListener listener;

    /** Runs what it is given one after the other: answers and calls of the listener. */
    private final Executor announcements;

    private final WaitingTracks waiting = new WaitingTracks(this);
    private final Deque<Request> requests = new ArrayDeque<>();
    private @Nullable Current current;
    private boolean closed;

    LavaRoomPlayer(
            AudioPlayer audio,
            PlayerFrames frames,
            Loader loader,
            Loads loads,
            PlayerListener listener,
            Executor announcements) {
        this.audio = audio;
        this.frames = frames;
        this.loader = loader;
        this.loads = loads;
        this.listener = listener;
        this.announcements = announcements;
    }

    /** What was asked for and has no answer yet. */
    private static final class Request {
        private final String identifier;
        private final Optional<Requester> requester;
        private final CompletableFuture<LoadOutcome> answer = new CompletableFuture<>();
        private Loads.@Nullable Load load;
        private @Nullable Loaded loaded;

        private Request(String identifier, Optional<Requester> requester) {
            this.identifier = identifier;
            this.requester = requester;
        }
    }

    /** The track whose turn it is; without audio as long as that is being loaded. */
    private static final class Current {
        private TrackInfo info;
        private Loads.@Nullable Load load;
        private @Nullable PlayableTrack audio;

        private Current(TrackInfo info) {
            this.info = info;
        }
    }

    @Override
    public synchronized CompletionStage<LoadOutcome> play(String identifier, Optional<Requester> requester) {
        String shown = Address.shown(identifier.strip());
        if (closed || requests.size() >= MOST_REQUESTS) {
            return CompletableFuture.completedFuture(
                    new LoadOutcome.Refused(shown, closed ? Reasons.CLOSED : Reasons.TOO_MANY_LOADS));
        }
        Request request = new Request(shown, requester);
        requests.add(request);
        request.load = loads.start(() -> loader.load(identifier, requester), loaded -> loaded(request, loaded));
        return request.answer.minimalCompletionStage();
    }

    /** What one person asked for comes in that order, so a fast one waits for a slow one before it; nobody else waits. */
    private synchronized void loaded(Request request, Loaded loaded) {
        request.loaded = loaded;
        Set<Optional<Requester>> waitFor = new HashSet<>();
        for (Request next : List.copyOf(requests)) {
            if (next.loaded == null) {
                waitFor.add(next.requester);
            } else if (!waitFor.contains(next.requester)) {
                requests.remove(next);
                answer(next, outcome(next.identifier, next.loaded));
            }
        }
    }

    private void answer(Request request, LoadOutcome outcome) {
        announcements.execute(() -> request.answer.complete(outcome));
    }

    private LoadOutcome outcome(String identifier, Loaded loaded) {
        if (loaded instanceof Loaded.Track track) {
            int position = add(List.of(Entry.of(track)));
            return position < 0
                    ? new LoadOutcome.Refused(identifier, Reasons.queueFull(WaitingTracks.LIMIT))
                    : new LoadOutcome.Queued(track.info(), position);
        } else if (loaded instanceof Loaded.Playlist playlist) {
            int room = WaitingTracks.LIMIT - waiting.size() + (current == null ? 1 : 0);
            int taken = Math.min(room, playlist.entries().size());
            int left = playlist.entries().size() - taken + playlist.more();
            int position = add(playlist.entries().subList(0, taken));
            return position < 0
                    ? new LoadOutcome.Refused(identifier, Reasons.queueFull(WaitingTracks.LIMIT))
                    : new LoadOutcome.PlaylistQueued(playlist.name(), taken, left, position);
        } else if (loaded instanceof Loaded.Refused refused) {
            return new LoadOutcome.Refused(identifier, refused.reason());
        } else if (loaded instanceof Loaded.Failed failed) {
            return new LoadOutcome.Failed(identifier, failed.reason());
        }
        return new LoadOutcome.NoMatch(identifier);
    }

    /** Returns the place of the first entry, 0 = it plays now; negative when there is no room for it. */
    private int add(List<Entry> entries) {
        if (entries.isEmpty() || (current != null && waiting.size() >= WaitingTracks.LIMIT)) {
            return -1;
        }
        int position = current == null ? 0 : waiting.size() + 1;
        waiting.addAll(entries);
        if (current == null) {
            next();
        }
        return position;
    }

    private void next() {
        Optional<Entry> entry = waiting.poll();
        if (entry.isPresent()) {
            start(entry.get());
        } else {
            current = null;
            audio.setPaused(false); // a pause does not outlive what was paused
            announcements.execute(() -> listener.queueEnded(false));
        }
    }

    private void start(Entry entry) {
        Current turn = new Current(entry.info());
        current = turn;
        frames.rewind();
        turn.load = loads.start(entry.source()::load, loaded -> loaded(turn, loaded));
    }

    private synchronized void loaded(Current turn, Loaded loaded) {
        if (turn != current) {
            return;
        }
        turn.load = null;
        if (loaded instanceof Loaded.Track track) {
            turn.info = track.info();
            turn.audio = track.audio();
            audio.playTrack(track.audio());
            frames.begin();
            announcements.execute(() -> listener.trackStarted(track.info()));
        } else if (loaded instanceof Loaded.Refused refused) {
            failed(turn, refused.reason());
        } else if (loaded instanceof Loaded.Failed failed) {
            failed(turn, failed.reason());
        } else if (loaded instanceof Loaded.Playlist) {
            failed(turn, Reasons.NESTED_PLAYLIST);
        } else {
            failed(turn, Reasons.MISSING_FILE);
        }
    }

    private void failed(Current turn, Text reason) {
        TrackInfo info = turn.info;
        LOG.info("Could not play {}: {}", info.identifier(), MessageBundles.english(reason));
        announcements.execute(() -> listener.trackFailed(info, reason));
        next();
    }

    /** LavaPlayer is through with a track. */
    synchronized void ended(AudioTrack track) {
        Current turn = current;
        if (turn == null || turn.audio != track) {
            return;
        }
        Optional<Throwable> failure = turn.audio.failure();
        if (failure.isPresent()) {
            failed(turn, Reasons.text(failure.get(), Address.hostOf(turn.info.identifier())));
        } else {
            TrackInfo info = turn.info;
            announcements.execute(() -> listener.trackEnded(info));
            next();
        }
    }

    /** LavaPlayer has waited too long for a track's sound. */
    synchronized void stuck(AudioTrack track) {
        Current turn = current;
        if (turn != null && turn.audio == track) {
            halt(turn);
            failed(turn, Reasons.STUCK);
        }
    }

    private void halt(Current turn) {
        if (turn.load != null) {
            turn.load.cancel();
        }
        audio.stopTrack();
        if (turn.audio != null) {
            turn.audio.cut();
        }
        audio.setPaused(false);
    }

    @Override
    public synchronized Optional<TrackInfo> skip() {
        Current turn = current;
        if (turn == null) {
            return Optional.empty();
        }
        TrackInfo info = turn.info;
        halt(turn);
        announcements.execute(() -> listener.trackEnded(info));
        next();
        return Optional.of(info);
    }

    @Override
    public synchronized boolean stop() {
        Current turn = current;
        boolean waited = waiting.clear() > 0;
        if (turn != null) {
            TrackInfo info = turn.info;
            halt(turn);
            current = null;
            announcements.execute(() -> listener.trackEnded(info));
        }
        announcements.execute(() -> listener.queueEnded(true));
        boolean loading = cancelRequests(); // answered behind the news that they were stopped
        return turn != null || loading || waited;
    }

    private boolean cancelRequests() {
        boolean any = !requests.isEmpty();
        for (Request request : requests) {
            if (request.load != null) {
                request.load.cancel();
            }
            answer(request, new LoadOutcome.Failed(request.identifier, Reasons.STOPPED));
        }
        requests.clear();
        return any;
    }

    @Override
    public synchronized Optional<NowPlaying> nowPlaying() {
        Current turn = current;
        if (turn == null) {
            return Optional.empty();
        }
        Optional<String> title = turn.audio == null ? Optional.empty() : turn.audio.streamTitle();
        return Optional.of(new NowPlaying(turn.info, frames.position(), audio.isPaused(), title));
    }

    @Override
    public TrackQueue queue() {
        return waiting;
    }

    @Override
    public synchronized boolean pause() {
        return pause(true);
    }

    @Override
    public synchronized boolean resume() {
        return pause(false);
    }

    private boolean pause(boolean paused) {
        if (current == null || audio.isPaused() == paused) {
            return false;
        }
        audio.setPaused(paused);
        return true;
    }

    @Override
    public int volume() {
        return audio.getVolume();
    }

    @Override
    public void volume(int percent) {
        if (percent < 0 || percent > MOST_VOLUME) {
            throw new IllegalArgumentException("A volume of " + percent + " %; it goes from 0 to " + MOST_VOLUME);
        }
        audio.setVolume(percent);
    }

    @Override
    public FrameSource frames() {
        return frames;
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
        audio.destroy();
    }
}
