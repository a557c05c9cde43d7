package dev.odinbot.command.requirement;

import com.google.common.collect.MapMaker;
import dev.odinbot.time.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs that are under way, of commands whose number is limited. */
final class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    /** After that a run's place is free again: its stage was probably forgotten, and nobody waits for an answer so long. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final Ticker ticker;

    /**
     * By the one registration, not by an equal one, then by whom the limit counts: what an unloaded plugin has never completed must not keep
     * its successor waiting.
     */
    private final ConcurrentMap<Requirements, ConcurrentMap<String, List<Place>>> underWay =
            new MapMaker().weakKeys().makeMap();

    /** That of one run; no record, since two that began at the same time are two. */
    private static final class Place {
        private final long sinceNanos;

        Place(long sinceNanos) {
            this.sinceNanos = sinceNanos;
        }
    }

    Runs(Ticker ticker) {
        this.ticker = ticker;
    }

    /** What gives the place back, more than once does no harm; empty when all are taken. */
    Optional<Runnable> begin(Requirements command, String subject, int most) {
        ConcurrentMap<String, List<Place>> bySubject =
                underWay.computeIfAbsent(command, none -> new ConcurrentHashMap<>());
        Place place = new Place(ticker.nanos());
        List<Place> after = bySubject.compute(subject, (same, before) -> {
            List<Place> going = before == null ? List.of() : going(before);
            if (before != null && going.size() < before.size()) {
                LOG.warn(
                        "A run of {} has not completed its stage within {} minutes; its place is free again",
                        command.command(),
                        LONGEST.toMinutes());
            }
            return going.size() < most
                    ? Stream.concat(going.stream(), Stream.of(place)).toList()
                    : going;
        });
        return after.contains(place) ? Optional.of(() -> end(bySubject, subject, place)) : Optional.empty();
    }

    private static void end(ConcurrentMap<String, List<Place>> bySubject, String subject, Place ended) {
        bySubject.computeIfPresent(subject, (same, places) -> {
            List<Place> others =
                    places.stream().filter(place -> !place.equals(ended)).toList();
            return others.isEmpty() ? null : others;
        });
    }

    private List<Place> going(List<Place> places) {
        long now = ticker.nanos();
        return places.stream()
                .filter(place -> now - place.sinceNanos < LONGEST.toNanos())
                .toList();
    }

    int underWay(Requirements command, String subject) {
        ConcurrentMap<String, List<Place>> bySubject = underWay.get(command);
        return bySubject == null
                ? 0
                : going(bySubject.getOrDefault(subject, List.of())).size();
    }
}
