package dev.odinbot.command.requirement;

import com.google.common.collect.MapMaker;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The runs that are under way, of commands whose number is limited. */
final class Runs {

    /**
     * By the one registration, not by an equal one, then by whom the limit counts: what an unloaded plugin has never completed must not keep
     * its successor waiting.
     */
    private final ConcurrentMap<Requirements, ConcurrentMap<String, Integer>> underWay =
            new MapMaker().weakKeys().makeMap();

    /** What gives the place back, which it does once; empty when all are taken. */
    Optional<Runnable> begin(Requirements command, String subject, int most) {
        ConcurrentMap<String, Integer> bySubject = underWay.computeIfAbsent(command, none -> new ConcurrentHashMap<>());
        boolean[] begun = new boolean[1];
        bySubject.compute(subject, (same, count) -> {
            int now = count == null ? 0 : count;
            begun[0] = now < most;
            return begun[0] ? Integer.valueOf(now + 1) : count;
        });
        if (!begun[0]) {
            return Optional.empty();
        }
        AtomicBoolean ended = new AtomicBoolean();
        return Optional.of(() -> {
            if (ended.compareAndSet(false, true)) {
                bySubject.computeIfPresent(subject, (same, count) -> count == 1 ? null : count - 1);
            }
        });
    }

    int underWay(Requirements command, String subject) {
        ConcurrentMap<String, Integer> bySubject = underWay.get(command);
        return bySubject == null ? 0 : bySubject.getOrDefault(subject, 0);
    }
}
