package dev.odinbot.listener;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.signature.ScheduleSignature;
import dev.odinbot.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A method that runs again and again, from {@link #start} to {@link #close}: the time is kept here, the work done elsewhere. */
final class Scheduled {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduled.class);

    /** The machine's clock may be set, or the machine sleep: never trust it for longer than this. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** A run that takes longer than this since it was due probably hangs. */
    static final Duration LONG = Duration.ofMinutes(5);

    private final HandlerMethod method;
    private final ScheduleSignature when;
    private final Scheduler scheduler;
    private final Supplier<Collection<ListenedRoom>> rooms;
    private final Timers timers;
    private final Clock clock;

    /** The runs that are under way or wait for their turn, by room or for none, each with the timer that looks at it. */
    @GuardedBy("this")
    private final Map<Optional<RoomId>, Timers.Timer> busy = new HashMap<>();

    private boolean started;
    private volatile boolean closed;
    private Timers.@Nullable Timer timer;

    Scheduled(
            HandlerMethod method,
            ScheduleSignature when,
            Scheduler scheduler,
            Supplier<Collection<ListenedRoom>> rooms,
            Timers timers,
            Clock clock) {
        this.method = method;
        this.when = when;
        this.scheduler = scheduler;
        this.rooms = rooms;
        this.timers = timers;
        this.clock = clock;
    }

    synchronized void start() {
        if (closed || started) {
            return;
        }
        started = true;
        when.every().ifPresent(period -> timer = timers.every(period, this::fire));
        when.at().ifPresent(time -> await(next(time)));
    }

    private ZonedDateTime next(LocalTime at) {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        ZonedDateTime today = now.with(at);
        return today.isAfter(now) ? today : now.plusDays(1).with(at);
    }

    private synchronized void await(ZonedDateTime due) {
        if (closed) {
            return;
        }
        Duration left = Duration.between(clock.instant(), due.toInstant());
        if (left.isZero() || left.isNegative()) {
            fire();
            await(next(when.at().orElseThrow()));
            return;
        }
        timer = timers.after(left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT, () -> await(due));
    }

    private void fire() {
        if (when.inRooms()) {
            rooms.get()
                    .forEach(room ->
                            hand(room.executor(), Optional.of(room.room().id()), () -> method.run(room, null)));
        } else {
            hand(scheduler, Optional.empty(), method::run);
        }
    }

    /** A run that is still under way, or waits for its turn, is not followed by another: they would pile up. */
    private void hand(Executor executor, Optional<RoomId> place, Runnable run) {
        if (!begin(place)) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    if (!closed) {
                        run.run();
                    }
                } finally {
                    end(place);
                }
            });
        } catch (RuntimeException e) { // the plugin's threads are all taken, or it has just ended
            end(place);
            LOG.warn("A run of {} was left out: {}", method, e.getMessage());
        }
    }

    private synchronized boolean begin(Optional<RoomId> place) {
        if (closed || busy.containsKey(place)) {
            return false;
        }
        busy.put(place, timers.after(LONG, () -> tellOfLong(place)));
        return true;
    }

    private synchronized void end(Optional<RoomId> place) {
        Timers.Timer look = busy.remove(place);
        if (look != null) {
            look.cancel();
        }
    }

    private void tellOfLong(Optional<RoomId> place) {
        LOG.warn(
                "{} of plugin {}, due {} minutes ago{}, has not ended; it is not run again before it has",
                method,
                method.plugin(),
                LONG.toMinutes(),
                place.map(room -> " in room " + room).orElse(""));
    }

    synchronized void close() {
        closed = true;
        busy.values().forEach(Timers.Timer::cancel);
        busy.clear();
        if (timer != null) {
            timer.cancel();
        }
    }
}
