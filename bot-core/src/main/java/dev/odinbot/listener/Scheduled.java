package dev.odinbot.listener;

import dev.odinbot.api.Scheduler;
import dev.odinbot.signature.ScheduleSignature;
import dev.odinbot.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final Object NO_ROOM = new Object();

    private final HandlerMethod method;
    private final ScheduleSignature when;
    private final Scheduler scheduler;
    private final Supplier<Collection<ListenedRoom>> rooms;
    private final Timers timers;
    private final Clock clock;
    private final Set<Object> busy = ConcurrentHashMap.newKeySet();
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
            rooms.get().forEach(room -> hand(room.executor(), room.room().id(), () -> method.run(room, null)));
        } else {
            hand(scheduler, NO_ROOM, method::run);
        }
    }

    /** A run that is still under way, or waits for its turn, is not followed by another: they would pile up. */
    private void hand(Executor executor, Object place, Runnable run) {
        if (!busy.add(place)) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    if (!closed) {
                        run.run();
                    }
                } finally {
                    busy.remove(place);
                }
            });
        } catch (RuntimeException e) { // the plugin's threads are all taken, or it has just ended
            busy.remove(place);
            LOG.warn("A run of {} was left out: {}", method, e.getMessage());
        }
    }

    synchronized void close() {
        closed = true;
        if (timer != null) {
            timer.cancel();
        }
    }
}
