package dev.odinbot.permission;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds groups that inherit from themselves. */
final class Circles {

    private Circles() {}

    /** A shortest way from {@code group} over what it inherits from back to it, for instance {@code [a, b, a]}. */
    static Optional<List<String>> from(String group, Map<String, List<String>> inherits) {
        Deque<List<String>> ways = new ArrayDeque<>(List.of(List.of(group)));
        Set<String> seen = new HashSet<>();
        while (!ways.isEmpty()) {
            List<String> way = ways.remove();
            for (String next : inherits.getOrDefault(way.get(way.size() - 1), List.of())) {
                List<String> longer = new ArrayList<>(way);
                longer.add(next);
                if (next.equals(group)) {
                    return Optional.of(longer);
                }
                if (seen.add(next)) {
                    ways.add(longer);
                }
            }
        }
        return Optional.empty();
    }
}
