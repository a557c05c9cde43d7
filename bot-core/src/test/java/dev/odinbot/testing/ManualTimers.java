package dev.odinbot.testing;

import com.google.common.math.LongMath;
import dev.odinbot.time.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Timers that fire, on the calling thread, when the test advances them together with their ticker. */
public final class ManualTimers implements Timers {

    private final FakeTicker ticker;
    private final List<Entry> entries = new ArrayList<>();

    public ManualTimers(FakeTicker ticker) {
        this.ticker = ticker;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        return add(new Entry(later(delay), 0, task));
    }

    @Override
    public synchronized Timer every(Duration period, Runnable task) {
        return add(new Entry(later(period), nanos(period), task));
    }

    /** What is longer than 292 years is never, as with the real ones. */
    private static long nanos(Duration time) {
        return TimeUnit.NANOSECONDS.convert(time);
    }

    private long later(Duration delay) {
        return LongMath.saturatedAdd(ticker.nanos(), nanos(delay));
    }

    private Timer add(Entry entry) {
        entries.add(entry);
        return () -> remove(entry);
    }

    private synchronized void remove(Entry entry) {
        entries.remove(entry);
    }

    public synchronized int waiting() {
        return entries.size();
    }

    /** How long until the next timer comes due; empty when none waits. */
    synchronized Optional<Duration> untilDue() {
        return entries.stream()
                .map(entry -> Duration.ofNanos(entry.dueNanos - ticker.nanos()))
                .min(Comparator.naturalOrder());
    }

    /** Moves the clock by {@code by}, stopping at each timer that comes due to run it. */
    public void advance(Duration by) {
        long end = ticker.nanos() + by.toNanos();
        for (Optional<Entry> due = takeDue(end); due.isPresent(); due = takeDue(end)) {
            due.get().task.run();
        }
        ticker.parkUntil(end);
    }

    private synchronized Optional<Entry> takeDue(long end) {
        Optional<Entry> due =
                entries.stream().filter(e -> e.dueNanos <= end).min(Comparator.comparingLong(e -> e.dueNanos));
        due.ifPresent(e -> {
            ticker.parkUntil(e.dueNanos);
            if (e.periodNanos == 0) {
                entries.remove(e);
            } else {
                e.dueNanos += e.periodNanos;
            }
        });
        return due;
    }

    private static final class Entry {
        private long dueNanos;
        private final long periodNanos;
        private final Runnable task;

        private Entry(long dueNanos, long periodNanos, Runnable task) {
            this.dueNanos = dueNanos;
            this.periodNanos = periodNanos;
            this.task = task;
        }
    }
}
