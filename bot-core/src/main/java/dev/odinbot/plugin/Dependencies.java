package dev.odinbot.plugin;

import dev.odinbot.api.admin.PluginState;
import dev.odinbot.plugin.Descriptor.Dependency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a plugin needs of others, and whether it is there. Used on the control thread. */
final class Dependencies {

    private final PluginTable table;

    Dependencies(PluginTable table) {
        this.table = table;
    }

    /**
     * The loaders of those that it depends on and that run.
     *
     * @param fresh by id, those that take the place of what runs
     * @throws UnmetDependency when one is missing that it cannot run without
     */
    List<IsolatedLoader> loaders(Descriptor plugin, Map<String, RunningPlugin> fresh) {
        List<IsolatedLoader> loaders = new ArrayList<>();
        for (Dependency dependency : plugin.dependencies()) {
            String id = dependency.id();
            Optional<RunningPlugin> running = Optional.ofNullable(fresh.get(id))
                    .or(() -> table.isLeaving(id)
                            ? Optional.empty()
                            : table.find(id).flatMap(PluginEntry::running));
            if (running.isPresent()) {
                checkVersion(dependency, running.get().descriptor());
                loaders.add(running.get().loader());
            } else if (!dependency.optional()) {
                throw unmet(id);
            }
        }
        return loaders;
    }

    /** What keeps it from starting now; empty when nothing does. */
    Optional<UnmetDependency> unmet(Descriptor plugin) {
        try {
            loaders(plugin, Map.of());
            return Optional.empty();
        } catch (UnmetDependency e) {
            return Optional.of(e);
        }
    }

    private UnmetDependency unmet(String id) {
        Optional<PluginState> state = table.find(id).map(PluginEntry::state);
        if (state.isEmpty()) {
            return needs(id, "and there is none of this id");
        }
        return switch (state.get()) {
            case DISABLED -> new UnmetDependency("it needs plugin " + id + ", which is switched off", true);
            case FAILED -> needs(id, "which has failed");
            default -> new UnmetDependency("it needs plugin " + id + ", which is not started", true);
        };
    }

    static UnmetDependency needs(String id, String but) {
        return new UnmetDependency("it needs plugin " + id + ", " + but, false);
    }

    private static void checkVersion(Dependency dependency, Descriptor found) {
        if (!Versions.fits(found.version(), dependency.versions())) {
            throw new UnmetDependency(
                    "it needs version " + dependency.versions() + " of plugin " + found.id() + "; there is "
                            + found.version(),
                    false);
        }
    }
}
