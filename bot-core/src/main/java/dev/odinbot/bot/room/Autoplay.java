package dev.odinbot.bot.room;

import dev.odinbot.api.audio.LoadOutcome;
import dev.odinbot.api.text.Text;
import dev.odinbot.player.RoomPlayer;
import dev.odinbot.text.MessageBundles;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.Timers;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a radio room playing: starts its identifier when the room is joined and again when the queue has ended, and waits
 * ever longer while that fails. Used on the room's executor.
 */
final class Autoplay {

    private static final Logger LOG = LoggerFactory.getLogger(Autoplay.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LAST_RETRY = Duration.ofMinutes(5);

    /** What ends sooner is broken, and asked again and again it would spin. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** What played so long was well; that a station breaks off after it is no reason to wait long. */
    private static final Duration SOUND = Duration.ofMinutes(1);

    private final LiveSettings settings;
    private final RoomPlayer player;
    private final RoomInbox inbox;
    private final Ticker ticker;
    private final Timers timers;

    private Duration retry = FIRST_RETRY;
    private Optional<Timers.Timer> waiting = Optional.empty();
    private long startedNanos;
    private boolean loading;
    private boolean failed;
    private boolean stopped;

    Autoplay(LiveSettings settings, RoomPlayer player, RoomInbox inbox, Ticker ticker, Timers timers) {
        this.settings = settings;
        this.player = player;
        this.inbox = inbox;
        this.ticker = ticker;
        this.timers = timers;
    }

    void start() {
        if (settings.now().autoplay().isEmpty()
                || loading
                || waiting.isPresent()
                || player.nowPlaying().isPresent()) {
            return;
        }
        loading = true;
        failed = false;
        stopped = false;
        player.play(settings.now().autoplay(), Optional.empty())
                .whenComplete((outcome, fault) -> inbox.post(s -> loaded(outcome, fault)));
    }

    private void loaded(@Nullable LoadOutcome outcome, @Nullable Throwable fault) {
        loading = false;
        startedNanos = ticker.nanos();
        boolean queued = outcome instanceof LoadOutcome.Queued || outcome instanceof LoadOutcome.PlaylistQueued;
        if (stopped && queued) {
            stopWhatNobodyAskedFor();
        }
        if (stopped || queued) {
            return;
        }
        LOG.warn(
                "Room {}: autoplay failed, next try in {} s: {}",
                settings.now().id(),
                retry.toSeconds(),
                outcome == null ? String.valueOf(fault) : words(outcome));
        startLater();
    }

    private static String words(LoadOutcome outcome) {
        if (outcome instanceof LoadOutcome.Refused refused) {
            return MessageBundles.english(refused.reason());
        }
        return outcome instanceof LoadOutcome.Failed failed
                ? MessageBundles.english(failed.reason())
                : outcome.toString();
    }

    /** The stop came between the request and what it loaded. */
    private void stopWhatNobodyAskedFor() {
        if (player.nowPlaying().filter(now -> now.track().requester().isEmpty()).isPresent()) {
            player.stop();
        }
    }

    /** A track that nobody asked for broke off. */
    void trackFailed(Text reason) {
        LOG.warn("Room {}: autoplay broke off: {}", settings.now().id(), MessageBundles.english(reason));
        failed = true;
    }

    void queueEnded() {
        if (settings.now().autoplay().isEmpty()) {
            return;
        }
        long playedNanos = ticker.nanos() - startedNanos;
        if (playedNanos >= SOUND.toNanos()) {
            retry = FIRST_RETRY;
        }
        if (failed || playedNanos < SHORTEST.toNanos()) {
            startLater();
        } else {
            start();
        }
    }

    /** Somebody wants silence: until the room is joined again, or something else has been played. */
    void stop() {
        stopped = true;
        waiting.ifPresent(Timers.Timer::cancel);
        waiting = Optional.empty();
    }

    private void startLater() {
        waiting.ifPresent(Timers.Timer::cancel);
        waiting = Optional.of(timers.after(retry, () -> inbox.post(s -> retry())));
        retry = retry.multipliedBy(2).compareTo(LAST_RETRY) < 0 ? retry.multipliedBy(2) : LAST_RETRY;
    }

    private void retry() {
        if (waiting.isPresent()) {
            waiting = Optional.empty();
            start();
        }
    }
}
