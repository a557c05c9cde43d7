package dev.odinbot.plugin;

import dev.odinbot.api.admin.PluginInfo;
import dev.odinbot.api.admin.PluginState;
import dev.odinbot.config.Section;
import dev.odinbot.plugin.Descriptor.Dependency;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All plugins that are known, and how they come and go: a load, a reload with those that depend on it, a stop. Used on the control
 * thread; {@link #infos} on any.
 */
final class PluginTable {

    private static final Logger LOG = LoggerFactory.getLogger(PluginTable.class);

    private final PluginFolder folder;
    private final PluginStarter starter;
    private final Map<String, PluginEntry> entries = new TreeMap<>();
    private final Set<String> off = new HashSet<>();
    private Set<String> leaving = Set.of();
    private Map<String, Section> sections;
    private volatile boolean closing;
    private volatile List<PluginInfo> infos = List.of();

    PluginTable(PluginFolder folder, PluginStarter starter, Map<String, Section> sections) {
        this.folder = folder;
        this.starter = starter;
        this.sections = sections;
    }

    /** What {@link #refresh} last saw, sorted by id, without the commands. */
    List<PluginInfo> infos() {
        return infos;
    }

    /** Shows to other threads what has changed. */
    void refresh() {
        infos = entries.values().stream().map(PluginEntry::info).toList();
    }

    void sections(Map<String, Section> next) {
        sections = next;
    }

    Section section(String id) {
        return sections.getOrDefault(id, Section.empty());
    }

    /** An operator has switched it off or on again; that holds though its jar goes and comes back. */
    void switched(String id, boolean nowOff) {
        if (nowOff) {
            off.add(id);
        } else {
            off.remove(id);
        }
    }

    boolean isOff(String id) {
        return off.contains(id);
    }

    /** A plugin that is switched off, from a jar that is new or another one. */
    void addOff(JarCopy jar) {
        Descriptor descriptor = jar.descriptor();
        PluginEntry entry = entries.computeIfAbsent(
                descriptor.id(), id -> new PluginEntry(id, jar.file(), Optional.of(descriptor)));
        entry.read(jar.file(), descriptor);
        entry.disabled();
    }

    /** From now on nothing starts. Any thread. */
    void closing() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    Optional<PluginEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    List<PluginEntry> all() {
        return List.copyOf(entries.values());
    }

    Optional<PluginEntry> byFile(String file) {
        return entries.values().stream()
                .filter(entry -> entry.file().equals(file))
                .findFirst();
    }

    void add(PluginEntry entry) {
        entries.put(entry.id(), entry);
    }

    void forget(String id) {
        entries.remove(id);
    }

    /** The ids in the order in which they can start. */
    LoadOrder order() {
        return LoadOrder.of(entries.values().stream()
                .flatMap(entry -> entry.descriptor().stream())
                .toList());
    }

    /** Those that run now and depend on it, directly or not, in the order in which they can start. */
    List<PluginEntry> startedDependents(String id) {
        return order().dependents(id).stream()
                .flatMap(other -> find(other).stream())
                .filter(entry -> entry.state() == PluginState.STARTED && !leaving.contains(entry.id()))
                .toList();
    }

    /** Those of them that cannot run without it. */
    List<PluginEntry> startedNeeding(String id) {
        Set<String> needing = new HashSet<>(Set.of(id));
        return startedDependents(id).stream()
                .filter(entry -> entry.descriptor().orElseThrow().needsAny(needing) && needing.add(entry.id()))
                .toList();
    }

    /**
     * Starts what is in the jar beside what runs, with those that depend on the plugin; when all of them have started they take the
     * place of the old ones. Otherwise nothing has changed, and the copy of the jar is gone.
     *
     * @param commit the last thing that may fail, by throwing a {@link PluginRefusal}
     * @throws PluginRefusal when it cannot be a plugin of this bot
     * @throws PluginFault when a plugin's own code threw
     */
    void bring(JarCopy jar, Runnable commit) {
        Deque<JarCopy> jars = new ArrayDeque<>(List.of(jar));
        Map<String, RunningPlugin> fresh = new LinkedHashMap<>();
        String id = jar.descriptor().id();
        String current = id;
        try {
            if (closing) {
                throw new PluginRefusal("the bot is ending");
            }
            for (PluginEntry dependent : startedDependents(id)) {
                if (jar.descriptor().needs(dependent.id())) {
                    throw new PluginRefusal("plugins that need each other cannot start: " + id + " needs "
                            + dependent.id() + " needs " + id);
                }
                jars.add(current(dependent));
            }
            while (!jars.isEmpty()) {
                JarCopy next = jars.remove();
                current = next.descriptor().id();
                fresh.put(current, prepare(next, fresh));
            }
            commit.run();
            current = id;
            fresh.values().iterator().next().publish(find(id).flatMap(PluginEntry::running));
        } catch (RuntimeException | LinkageError e) {
            lastFirst(fresh.values()).forEach(RunningPlugin::stop);
            jars.forEach(JarCopy::close);
            RuntimeException fault = PluginFault.of(e);
            throw current.equals(id) ? fault : asDependent(current, fault);
        }
        replace(fresh.values(), id);
        entries.values()
                .removeIf(entry -> entry.file().equals(jar.file())
                        && !entry.id().equals(id)
                        && entry.running().isEmpty());
    }

    private static RuntimeException asDependent(String dependent, RuntimeException fault) {
        String reason = "plugin " + dependent + ", which needs it, cannot start with it: " + fault.getMessage();
        return fault instanceof PluginFault && fault.getCause() != null
                ? new PluginFault(reason, fault.getCause())
                : new PluginRefusal(reason);
    }

    private RunningPlugin prepare(JarCopy jar, Map<String, RunningPlugin> fresh) {
        try {
            return starter.start(
                    jar,
                    dependencies(jar.descriptor(), fresh),
                    section(jar.descriptor().id()));
        } catch (RuntimeException | LinkageError e) {
            jar.close();
            throw e;
        }
    }

    /** What the folder has of it now, since new versions of two that belong together come together; else what it runs from. */
    private JarCopy current(PluginEntry entry) {
        try {
            JarCopy jar = folder.copy(entry.file());
            if (jar.descriptor().id().equals(entry.id())) {
                return jar;
            }
            jar.close();
        } catch (PluginRefusal e) {
            LOG.debug("Plugin {} stays as it is: {}", entry.id(), e.getMessage());
        }
        Optional<RunningPlugin> running = entry.running();
        return folder.copy(entry.file(), running.orElseThrow().jar().copy());
    }

    private List<IsolatedLoader> dependencies(Descriptor plugin, Map<String, RunningPlugin> fresh) {
        List<IsolatedLoader> loaders = new ArrayList<>();
        for (Dependency dependency : plugin.dependencies()) {
            String id = dependency.id();
            Optional<RunningPlugin> running = Optional.ofNullable(fresh.get(id))
                    .or(() -> leaving.contains(id) ? Optional.empty() : find(id).flatMap(PluginEntry::running));
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
            dependencies(plugin, Map.of());
            return Optional.empty();
        } catch (UnmetDependency e) {
            return Optional.of(e);
        }
    }

    private UnmetDependency unmet(String id) {
        Optional<PluginState> state = find(id).map(PluginEntry::state);
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

    /** @param published the one of them that is seen already */
    private void replace(Iterable<RunningPlugin> fresh, String published) {
        List<RunningPlugin> replaced = new ArrayList<>();
        for (RunningPlugin plugin : fresh) {
            Descriptor descriptor = plugin.descriptor();
            PluginEntry entry = entries.computeIfAbsent(
                    descriptor.id(), id -> new PluginEntry(id, plugin.jar().file(), Optional.of(descriptor)));
            Optional<RunningPlugin> old = entry.running();
            old.ifPresent(replaced::add);
            try {
                if (!descriptor.id().equals(published)) {
                    plugin.publish(old);
                }
                entry.started(plugin);
            } catch (RuntimeException | LinkageError e) {
                replaced.add(plugin); // there is no way back to the old one, whose classes go with what it needs
                failed(entry, PluginFault.of(e));
            }
        }
        lastFirst(replaced).forEach(RunningPlugin::stop);
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
        List<PluginEntry> needing = startedNeeding(entry.id());
        Map<PluginEntry, RuntimeException> cannot = new LinkedHashMap<>();
        Set<String> before = leaving;
        leaving = new HashSet<>(before);
        leaving.add(entry.id());
        needing.forEach(other -> leaving.add(other.id()));
        try {
            for (String id : order().ids()) {
                find(id).filter(this::couldRunWithout).ifPresent(other -> {
                    try {
                        bring(current(other), () -> {});
                    } catch (RuntimeException | LinkageError e) {
                        cannot.put(other, PluginFault.of(e));
                    }
                });
            }
        } finally {
            leaving = before;
        }
        cannot.forEach((other, fault) -> {
            stopWithDependents(other).forEach(next -> failed(next, needs(other.id(), "which has failed")));
            failed(other, fault);
        });
        lastFirst(needing).forEach(this::stop);
        stop(entry);
        return needing;
    }

    private boolean couldRunWithout(PluginEntry entry) {
        return entry.state() == PluginState.STARTED
                && !leaving.contains(entry.id())
                && entry.descriptor().orElseThrow().dependencies().stream()
                        .anyMatch(dependency -> leaving.contains(dependency.id()));
    }

    /** Stops it; where it goes from here is the caller's to say. */
    void stop(PluginEntry entry) {
        Optional<RunningPlugin> running = entry.running();
        entry.reset();
        running.ifPresent(RunningPlugin::stop);
    }

    /** Tries those again that wait for others, and says in the log what became of it. */
    void startWaiting() {
        LoadOrder order = order();
        for (String id : order.ids()) {
            boolean round = order.cycles().containsKey(id);
            find(id).filter(entry -> entry.waiting() && !round && !closing).ifPresent(entry -> {
                if (tryStart(entry)) {
                    LOG.info("Plugin {} is started, now that it has what it needs", id);
                }
            });
        }
    }

    /** Starts what the folder has of it; a reason against it is its own then, and in the log if it is a new one. */
    boolean tryStart(PluginEntry entry) {
        try {
            JarCopy jar = folder.copy(entry.file());
            if (!jar.descriptor().id().equals(entry.id())) {
                jar.close();
                throw new PluginRefusal(
                        "the jar holds plugin " + jar.descriptor().id() + " now");
            }
            bring(jar, () -> {});
            return true;
        } catch (RuntimeException | LinkageError e) {
            failed(entry, PluginFault.of(e));
            return false;
        }
    }

    void failed(PluginEntry entry, RuntimeException fault) {
        String before = entry.reason();
        if (fault instanceof UnmetDependency unmet) {
            entry.unmet(unmet);
        } else {
            entry.failed(String.valueOf(fault.getMessage()));
        }
        if (!before.equals(entry.reason())) {
            leftOut(entry.file(), fault);
        }
    }

    /** One line with the reason; the stack trace only where the plugin's own code is at fault. */
    static void leftOut(String file, RuntimeException fault) {
        LOG.warn(
                "Plugin {} is left out: {}",
                file,
                fault.getMessage(),
                fault instanceof PluginFault ? fault.getCause() : null);
    }

    static <T> List<T> lastFirst(Iterable<T> items) {
        List<T> reversed = new ArrayList<>();
        items.forEach(reversed::add);
        Collections.reverse(reversed);
        return reversed;
    }
}
