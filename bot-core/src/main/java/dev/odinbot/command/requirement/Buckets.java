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
    private final ConcurrentMap<K, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicLong sweepAt = new AtomicLong(SWEEP_FROM);

    /** @param refusals since the bucket was full */
    private record Bucket(long fullAtNanos, int refusals) {}

    /**
     * @param waitFor until a token can be had; zero when one was taken
     * @param refusals of this key since its bucket was full for the last time, this one too
     */
    record Taken(Duration waitFor, int refusals) {
        boolean refused() {
            return !waitFor.isZero();
        }
    }

    Buckets(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Takes a token if there is one. */
    Taken take(K key, Rate rate) {
        long now = ticker.nanos();
        Taken[] taken = new Taken[1];
        buckets.compute(key, (same, bucket) -> {
            long waitNanos = waitNanos(bucket, rate, now);
            int refusals = emptyForNanos(bucket, rate, now) == 0 || bucket == null ? 0 : bucket.refusals();
            if (waitNanos > 0) {
                taken[0] = new Taken(Duration.ofNanos(waitNanos), refusals + 1);
                return new Bucket(now + emptyForNanos(bucket, rate, now), refusals + 1);
            }
            taken[0] = new Taken(Duration.ZERO, refusals);
            return new Bucket(
                    now + emptyForNanos(bucket, rate, now) + rate.period().toNanos(), refusals);
        });
        if (buckets.size() > sweepAt.get()) {
            sweep(now);
        }
        return taken[0];
    }

    /** Until a token can be had; takes none. */
    Duration waitFor(K key, Rate rate) {
        return Duration.ofNanos(waitNanos(buckets.get(key), rate, ticker.nanos()));
    }

    private static long waitNanos(@Nullable Bucket bucket, Rate rate, long now) {
        return Math.max(0, emptyForNanos(bucket, rate, now) - rate.period().toNanos() * (rate.burst() - 1));
    }

    /** Until the bucket is full; never longer than the rate allows, which may have been changed since. */
    private static long emptyForNanos(@Nullable Bucket bucket, Rate rate, long now) {
        return bucket == null
                ? 0
                : Math.max(0, Math.min(bucket.fullAtNanos() - now, rate.period().toNanos() * rate.burst()));
    }

    private void sweep(long now) {
        buckets.values().removeIf(bucket -> bucket.fullAtNanos() - now <= 0);
        Iterator<K> any = buckets.keySet().iterator();
        while (buckets.size() > MOST && any.hasNext()) {
            any.next();
            any.remove();
        }
        sweepAt.set(Math.min(MOST, Math.max(SWEEP_FROM, 2L * buckets.size())));
    }

    int size() {
        return buckets.size();
    }
}
