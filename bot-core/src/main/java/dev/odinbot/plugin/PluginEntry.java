package dev.odinbot.plugin;

import dev.odinbot.api.admin.PluginInfo;
import dev.odinbot.api.admin.PluginState;
import dev.odinbot.plugin.Descriptor.Dependency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One plugin that is known, and where it is in its life. Used on the control thread. */
final class PluginEntry {

    /** The ways that the package's documentation draws; those into it and out of it are the table's. */
    private static final Map<PluginState, Set<PluginState>> WAYS = Map.of(
            PluginState.LOADED, Set.of(PluginState.STARTED, PluginState.FAILED, PluginState.DISABLED),
            PluginState.STARTED, Set.of(PluginState.LOADED),
            PluginState.DISABLED, Set.of(PluginState.LOADED),
            PluginState.FAILED, Set.of(PluginState.LOADED));

    private final String id;
    private String file;
    private Optional<Descriptor> descriptor;
    private PluginState state = PluginState.LOADED;
    private String reason = "";
    private boolean waiting;
    private Optional<RunningPlugin> running = Optional.empty();

    /** @param id the file's name when no descriptor could be read */
    PluginEntry(String id, String file, Optional<Descriptor> descriptor) {
        this.id = id;
        this.file = file;
        this.descriptor = descriptor;
    }

    String id() {
        return id;
    }

    String file() {
        return file;
    }

    Optional<Descriptor> descriptor() {
        return descriptor;
    }

    PluginState state() {
        return state;
    }

    String reason() {
        return reason;
    }

    /** Whether it would run if another plugin did. */
    boolean waiting() {
        return waiting;
    }

    Optional<RunningPlugin> running() {
        return running;
    }

    /** Its jar is another one now; that does not yet touch what runs. */
    void read(String newFile, Descriptor newDescriptor) {
        file = newFile;
        descriptor = Optional.of(newDescriptor);
    }

    /** Its new load is at work, in the place of the one before if there was one. */
    void started(RunningPlugin fresh) {
        read(fresh.jar().file(), fresh.descriptor());
        reset();
        become(PluginState.STARTED);
        running = Optional.of(fresh);
    }

    /** Back to where it may run but does not; what ran is the caller's to stop. */
    void reset() {
        if (state != PluginState.LOADED) {
            become(PluginState.LOADED);
        }
        running = Optional.empty();
        reason = "";
        waiting = false;
    }

    void failed(String why) {
        reset();
        become(PluginState.FAILED);
        reason = why;
    }

    /** It waits for another plugin. */
    void unmet(UnmetDependency dependency) {
        String why = String.valueOf(dependency.getMessage());
        if (dependency.off()) {
            reset();
            reason = why;
        } else {
            failed(why);
        }
        waiting = true;
    }

    void disabled() {
        reset();
        become(PluginState.DISABLED);
    }

    private void become(PluginState next) {
        if (!WAYS.getOrDefault(state, Set.of()).contains(next)) {
            throw new IllegalStateException("Plugin " + id + " cannot go from " + state + " to " + next);
        }
        state = next;
    }

    PluginInfo info() {
        return new PluginInfo(
                id,
                descriptor.map(Descriptor::version).orElse(""),
                descriptor.map(Descriptor::description).orElse(""),
                descriptor.map(Descriptor::requires).orElse(""),
                descriptor.map(Descriptor::dependencies).orElse(List.of()).stream()
                        .map(Dependency::id)
                        .toList(),
                file,
                state,
                reason,
                List.of());
    }
}
