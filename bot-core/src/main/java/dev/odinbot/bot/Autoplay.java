package dev.odinbot.bot;

import dev.odinbot.api.audio.LoadOutcome;
import dev.odinbot.player.RoomPlayer;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.Timers;
import java.time.Duration;
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

    private final RoomSettings settings;
    private final RoomPlayer player;
    private final RoomInbox inbox;
    private final Ticker ticker;
    private final Timers timers;

    private Duration retry = FIRST_RETRY;
    private long startedNanos;
    private boolean pending;
    private boolean failed;

    Autoplay(RoomSettings settings, RoomPlayer player, RoomInbox inbox, Ticker ticker, Timers timers) {
        this.settings = settings;
        this.player = player;
        this.inbox = inbox;
        this.ticker = ticker;
        this.timers = timers;
    }

    void start() {
        if (settings.autoplay().isEmpty() || pending || player.nowPlaying().isPresent()) {
            return;
        }
        pending = true;
        failed = false;
        startedNanos = ticker.nanos();
        player.play(settings.autoplay(), "").whenComplete((outcome, fault) -> inbox.post(s -> loaded(outcome, fault)));
    }

    private void loaded(@Nullable LoadOutcome outcome, @Nullable Throwable fault) {
        pending = false;
        if (outcome instanceof LoadOutcome.Queued || outcome instanceof LoadOutcome.PlaylistQueued) {
            return;
        }
        LOG.warn(
                "Room {}: autoplay of {} failed, next try in {} s: {}",
                settings.id(),
                settings.autoplay(),
                retry.toSeconds(),
                outcome == null ? String.valueOf(fault) : outcome);
        startLater();
    }

    /** A track that nobody asked for broke off. */
    void trackFailed(String reason) {
        LOG.warn("Room {}: autoplay of {} broke off: {}", settings.id(), settings.autoplay(), reason);
        failed = true;
    }

    void queueEnded() {
        if (settings.autoplay().isEmpty()) {
            return;
        }
        if (failed || ticker.nanos() - startedNanos < SHORTEST.toNanos()) {
            startLater();
        } else {
            retry = FIRST_RETRY;
            start();
        }
    }

    private void startLater() {
        pending = true;
        timers.after(
                retry,
                () -> inbox.post(s -> {
                    pending = false;
                    start();
                }));
        retry = retry.multipliedBy(2).compareTo(LAST_RETRY) < 0 ? retry.multipliedBy(2) : LAST_RETRY;
    }
}
