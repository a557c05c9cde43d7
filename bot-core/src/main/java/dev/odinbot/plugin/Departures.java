package dev.odinbot.plugin;

import dev.odinbot.api.admin.PluginState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How plugins go, and those that need them with them. Used on the control thread. */
final class Departures {

    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final PluginTable table;
    private final Arrivals arrivals;

    Departures(PluginTable table, Arrivals arrivals) {
        this.table = table;
        this.arrivals = arrivals;
    }

    /**
     * Stops it and those that cannot run without it; those that can start anew without it before.
     *
     * @return the others that were stopped; where they and it go from here is the caller's to say
     */
    List<PluginEntry> stopWithDependents(PluginEntry entry) {
        if (entry.state() != PluginState.STARTED) {
            entry.reset();
            return List.of();
        }
        List<PluginEntry> needing = table.startedNeeding(entry.id());
        List<PluginEntry> going = new ArrayList<>(needing);
        going.add(entry);
        Map<PluginEntry, RuntimeException> cannot = new LinkedHashMap<>();
        table.whileLeaving(going, () -> startWithoutThem(cannot));
        cannot.forEach((other, fault) -> {
            stopWithDependents(other)
                    .forEach(next -> table.failed(next, Dependencies.needs(other.id(), "which has failed")));
            table.failed(other, fault);
        });
        LoadOrder.lastFirst(needing).forEach(Departures::stop);
        stop(entry);
        return needing;
    }

    private void startWithoutThem(Map<PluginEntry, RuntimeException> cannot) {
        for (String id : table.order().ids()) {
            table.find(id).filter(this::couldRunWithout).ifPresent(other -> {
                try {
                    arrivals.bring(arrivals.current(other), () -> {});
                } catch (RuntimeException | LinkageError e) {
                    cannot.put(other, PluginFault.of(e));
                }
            });
        }
    }

    private boolean couldRunWithout(PluginEntry entry) {
        return entry.state() == PluginState.STARTED
                && !table.isLeaving(entry.id())
                && entry.descriptor().orElseThrow().dependencies().stream()
                        .anyMatch(dependency -> table.isLeaving(dependency.id()));
    }

    private static void stop(PluginEntry entry) {
        Optional<RunningPlugin> running = entry.running();
        entry.reset();
        running.ifPresent(RunningPlugin::stop);
    }

    /**
     * Stops all for good, each as soon as those that depend on it have stopped: several that hang cost the time of one, and keep no
     * other from storing what it has.
     */
    void stopAll() {
        LoadOrder order = table.order();
        Map<String, CompletableFuture<Void>> stopped = new HashMap<>();
        for (String id : LoadOrder.lastFirst(order.ids())) {
            PluginEntry entry = table.find(id).orElseThrow();
            Optional<RunningPlugin> running = entry.running();
            entry.reset();
            CompletableFuture<?>[] dependents = order.dependents(id).stream()
                    .map(stopped::get)
                    .filter(Objects::nonNull)
                    .toArray(CompletableFuture<?>[]::new);
            running.ifPresent(plugin -> stopped.put(
                    id,
                    CompletableFuture.allOf(dependents)
                            .thenRunAsync(() -> stopForGood(plugin), task -> start(task, "plugin-" + id + "-end"))));
        }
        CompletableFuture.allOf(stopped.values().toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private static void start(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void stopForGood(RunningPlugin plugin) {
        try {
            plugin.stopForGood();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Plugin {} was not stopped cleanly", plugin.descriptor().id(), e);
        }
    }
}
