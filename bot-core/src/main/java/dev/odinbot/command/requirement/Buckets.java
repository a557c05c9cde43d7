package dev.odinbot.command.requirement;

import dev.odinbot.command.requirement.Requirements.Rate;
import dev.odinbot.time.Ticker;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Token buckets by key. A bucket is the moment at which it will be full again, so a full one needs no memory; strangers can choose
 * many keys, so there is a bound to those that are not full.
 */
final class Buckets<K> {

    private static final int SWEEP_FROM = 1024;
    static final int MOST = 100_000;

    private final Ticker ticker;
    private final ConcurrentMap<K, Long> fullAtNanos = new ConcurrentHashMap<>();
    private final AtomicLong sweepAt = new AtomicLong(SWEEP_FROM);

    Buckets(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Takes a token; if there is none, says how long until one can be had. */
    Duration take(K key, Rate rate) {
        long now = ticker.nanos();
        long[] wait = new long[1];
        fullAtNanos.compute(key, (same, fullAt) -> {
            wait[0] = waitNanos(fullAt, rate, now);
            long taken = wait[0] > 0 ? 0 : rate.period().toNanos();
            return now + emptyForNanos(fullAt, rate, now) + taken;
        });
        if (fullAtNanos.size() > sweepAt.get()) {
            sweep(now);
        }
        return Duration.ofNanos(wait[0]);
    }

    /** Undoes a {@link #take} that got a token. */
    void giveBack(K key, Rate rate) {
        fullAtNanos.computeIfPresent(
                key, (same, fullAt) -> fullAt - rate.period().toNanos());
    }

    /** Until a token can be had; takes none. */
    Duration waitFor(K key, Rate rate) {
        return Duration.ofNanos(waitNanos(fullAtNanos.get(key), rate, ticker.nanos()));
    }

    private static long waitNanos(@Nullable Long fullAt, Rate rate, long now) {
        return Math.max(0, emptyForNanos(fullAt, rate, now) - rate.period().toNanos() * (rate.burst() - 1));
    }

    /** Until the bucket is full; never longer than the rate allows, which may have been changed since. */
    private static long emptyForNanos(@Nullable Long fullAt, Rate rate, long now) {
        return fullAt == null
                ? 0
                : Math.max(0, Math.min(fullAt - now, rate.period().toNanos() * rate.burst()));
    }

    private void sweep(long now) {
        fullAtNanos.values().removeIf(fullAt -> fullAt - now <= 0);
        if (fullAtNanos.size() > MOST) {
            // some more than needed, or every new key would sweep all again
            Iterator<K> any = fullAtNanos.keySet().iterator();
            for (int i = 0; i < MOST / 10 && any.hasNext(); i++) {
                any.next();
                any.remove();
            }
        }
        sweepAt.set(Math.min(MOST, Math.max(SWEEP_FROM, 2L * fullAtNanos.size())));
    }

    int size() {
        return fullAtNanos.size();
    }
}
