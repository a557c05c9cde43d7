package dev.odinbot.plugin;

import dev.odinbot.plugin.Descriptor.Dependency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Plugins in the order in which they can start: what others depend on comes first, otherwise by id. */
final class LoadOrder {

    private final Map<String, Descriptor> byId = new TreeMap<>();
    private final Set<String> order = new LinkedHashSet<>();
    private final Map<String, String> cycles = new TreeMap<>();

    private LoadOrder(Collection<Descriptor> plugins) {
        plugins.forEach(plugin -> byId.put(plugin.id(), plugin));
        byId.keySet().forEach(id -> visit(id, new ArrayList<>()));
    }

    static LoadOrder of(Collection<Descriptor> plugins) {
        return new LoadOrder(plugins);
    }

    /** The ids of all, those of a cycle too, each once. */
    List<String> ids() {
        return List.copyOf(order);
    }

    /** By id of those that depend on themselves: the way round, {@code a needs b needs a}. */
    Map<String, String> cycles() {
        return Map.copyOf(cycles);
    }

    /** Those that depend on {@code id}, directly or not, in the order in which they can start. */
    List<String> dependents(String id) {
        Set<String> found = new LinkedHashSet<>(Set.of(id));
        for (String other : order) {
            Descriptor plugin = byId.get(other);
            if (plugin != null
                    && plugin.dependencies().stream().map(Dependency::id).anyMatch(found::contains)) {
                found.add(other);
            }
        }
        found.remove(id);
        return List.copyOf(found);
    }

    private void visit(String id, List<String> path) {
        int seen = path.indexOf(id);
        if (seen >= 0) {
            List<String> round = path.subList(seen, path.size());
            String way = String.join(" needs ", round) + " needs " + id;
            round.forEach(member -> cycles.putIfAbsent(member, way));
            return;
        }
        Descriptor plugin = byId.get(id);
        if (plugin == null || order.contains(id)) {
            return;
        }
        path.add(id);
        plugin.dependencies().forEach(dependency -> visit(dependency.id(), path));
        path.remove(path.size() - 1);
        order.add(id);
    }

    static <T> List<T> lastFirst(Iterable<T> items) {
        List<T> reversed = new ArrayList<>();
        items.forEach(reversed::add);
        Collections.reverse(reversed);
        return reversed;
    }
}
