package dev.odinbot.rpc;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/** Counts what was refused, by kind, and tells the log only of the first of each. Any thread. */
public final class Refusals {

    private final Logger log;
    private final String from;
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    /** @param from where it came from, for the log; for instance {@code room stream} */
    public Refusals(Logger log, String from) {
        this.log = log;
        this.from = from;
    }

    /** @param kind one of few constants, never something received: kinds are kept for ever */
    public void count(String kind, String detail) {
        if (counts.computeIfAbsent(kind, k -> new AtomicLong()).incrementAndGet() == 1) {
            log.warn("Refused from {}: {} ({}); more of this kind will only be counted", from, kind, Quote.of(detail));
        }
    }

    /** As {@link #count}, of a kind that is everyday and nothing for an operator. */
    public void countEveryday(String kind, String detail) {
        if (counts.computeIfAbsent(kind, k -> new AtomicLong()).incrementAndGet() == 1) {
            log.debug("Refused from {}: {} ({})", from, kind, Quote.of(detail));
        }
    }

    public Map<String, Long> counts() {
        Map<String, Long> copy = new TreeMap<>();
        counts.forEach((kind, count) -> copy.put(kind, count.get()));
        return copy;
    }
}
