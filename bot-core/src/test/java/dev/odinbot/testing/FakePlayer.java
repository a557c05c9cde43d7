package dev.odinbot.testing;

import dev.odinbot.api.audio.LoadOutcome;
import dev.odinbot.api.audio.NowPlaying;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.audio.Requester;
import dev.odinbot.api.audio.TrackEvent;
import dev.odinbot.api.audio.TrackInfo;
import dev.odinbot.api.audio.TrackQueue;
import dev.odinbot.api.room.UserId;
import dev.odinbot.api.text.Text;
import dev.odinbot.audio.Frame;
import dev.odinbot.audio.FrameSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A player whose time passes when the test says so. Every identifier is a track of three minutes with that title and without sound,
 * unless the test arranged {@linkplain #sounds its sound} or {@linkplain #answers something else}.
 */
public final class FakePlayer implements Player, TrackQueue {

    private final Map<String, LoadOutcome> answers = new HashMap<>();
    private final Map<String, Sound> sounds = new HashMap<>();
    private final List<TrackInfo> waiting = new ArrayList<>();
    private @Nullable TrackInfo current;
    private @Nullable PlayedSound playing;
    private Duration position = Duration.ZERO;
    private boolean paused;
    private Optional<String> streamTitle = Optional.empty();
    private int volume = 100;
    private volatile Consumer<TrackEvent> listener = event -> {};

    /** A track of three minutes. */
    public static TrackInfo track(String title, String requester) {
        return new TrackInfo(title, title, "", Optional.of(Duration.ofMinutes(3)), requester(requester));
    }

    /** A track without an end. */
    public static TrackInfo station(String title, String requester) {
        return new TrackInfo(title, title, "", Optional.empty(), requester(requester));
    }

    private static Optional<Requester> requester(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(new Requester(new UserId(name), name));
    }

    /** What {@link #play} of {@code identifier} comes to, instead of a track; nothing is queued by it. */
    public synchronized void answers(String identifier, LoadOutcome outcome) {
        answers.put(identifier, outcome);
    }

    /** How {@code identifier} sounds, and how long it is; the room hears it while time {@linkplain FakeRoom#elapse passes}. */
    public synchronized void sounds(String identifier, Sound sound) {
        sounds.put(identifier, sound);
    }

    /** Puts a track behind those that wait, or plays it when there is none. */
    public synchronized int add(TrackInfo track) {
        if (current == null) {
            begin(track);
            return 0;
        }
        waiting.add(track);
        return waiting.size();
    }

    /** Lets what plays go on by {@code time}, unless it is paused: a track ends at its length, and the next one begins. */
    public synchronized void elapse(Duration time) {
        for (Optional<Duration> end = untilEnd(); end.isPresent() && time.compareTo(end.get()) >= 0; end = untilEnd()) {
            time = time.minus(end.get());
            skip();
        }
        position = current == null || paused ? position : position.plus(time);
    }

    /** Empty when nothing plays, or what plays has no end. */
    synchronized Optional<Duration> untilEnd() {
        return Optional.ofNullable(paused ? null : current)
                .flatMap(TrackInfo::length)
                .map(length -> length.minus(position));
    }

    /** The next frame of what is heard. */
    synchronized FrameSource.Read read(Frame into) {
        if (!sounding()) {
            return FrameSource.Read.IDLE;
        }
        playing.read(into, volume);
        return FrameSource.Read.FRAME;
    }

    /** Whether there is a frame to be heard. */
    synchronized boolean sounding() {
        return playing != null && !paused;
    }

    /** Lets the playing track break off for that reason. */
    public synchronized void fails(String reason) {
        TrackInfo failed = current;
        if (failed != null) {
            listener.accept(new TrackEvent.Failed(failed, Text.of(reason)));
            begin(next());
        }
    }

    void listener(Consumer<TrackEvent> listener) {
        this.listener = listener;
    }

    public synchronized void streamTitle(String title) {
        streamTitle = Optional.of(title);
    }

    private void begin(@Nullable TrackInfo track) {
        current = track;
        position = Duration.ZERO;
        paused = false;
        streamTitle = Optional.empty();
        if (playing != null) {
            playing.close();
        }
        playing = track != null && sounds.containsKey(track.identifier())
                ? new PlayedSound(sounds.get(track.identifier()))
                : null;
        if (track != null) {
            listener.accept(new TrackEvent.Started(track));
        }
    }

    private void end() {
        if (current != null) {
            listener.accept(new TrackEvent.Ended(current));
        }
    }

    private @Nullable TrackInfo next() {
        return waiting.isEmpty() ? null : waiting.remove(0);
    }

    @Override
    public synchronized CompletionStage<LoadOutcome> play(String identifier, Optional<Requester> requester) {
        LoadOutcome answer = answers.get(identifier);
        if (answer != null) {
            return CompletableFuture.completedFuture(answer);
        }
        Duration length =
                sounds.containsKey(identifier) ? sounds.get(identifier).length() : Duration.ofMinutes(3);
        TrackInfo track = new TrackInfo(identifier, identifier, "", Optional.of(length), requester);
        return CompletableFuture.completedFuture(new LoadOutcome.Queued(track, add(track)));
    }

    @Override
    public synchronized Optional<NowPlaying> nowPlaying() {
        return Optional.ofNullable(current).map(track -> new NowPlaying(track, position, paused, streamTitle));
    }

    @Override
    public TrackQueue queue() {
        return this;
    }

    @Override
    public synchronized Optional<TrackInfo> skip() {
        Optional<TrackInfo> skipped = Optional.ofNullable(current);
        end();
        begin(next());
        return skipped;
    }

    @Override
    public synchronized boolean stop() {
        boolean stopped = current != null || !waiting.isEmpty();
        waiting.clear();
        end();
        begin(null);
        return stopped;
    }

    @Override
    public synchronized boolean pause() {
        boolean changed = current != null && !paused;
        paused |= changed;
        return changed;
    }

    @Override
    public synchronized boolean resume() {
        boolean changed = paused;
        paused = false;
        return changed;
    }

    @Override
    public synchronized int volume() {
        return volume;
    }

    @Override
    public synchronized void volume(int percent) {
        volume = percent;
    }

    @Override
    public synchronized List<TrackInfo> tracks() {
        return List.copyOf(waiting);
    }

    @Override
    public synchronized Optional<TrackInfo> remove(int place) {
        return place < 1 || place > waiting.size() ? Optional.empty() : Optional.of(waiting.remove(place - 1));
    }

    @Override
    public synchronized int clear() {
        int cleared = waiting.size();
        waiting.clear();
        return cleared;
    }
}
