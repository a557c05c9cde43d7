package dev.odinbot.plugin;

import dev.odinbot.api.admin.PluginInfo;
import dev.odinbot.api.admin.PluginState;
import dev.odinbot.config.Section;
import java.util.HashSet;
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

    private final Map<String, PluginEntry> entries = new TreeMap<>();
    private final Set<String> off = new HashSet<>();
    private Set<String> leaving = Set.of();
    private Map<String, Section> sections;
    private volatile boolean closing;
    private volatile List<PluginInfo> infos = List.of();

    PluginTable(Map<String, Section> sections) {
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
        PluginEntry entry = known(descriptor, jar.file());
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

    /** The entry of a plugin, a new one if there is none. */
    PluginEntry known(Descriptor descriptor, String file) {
        return entries.computeIfAbsent(descriptor.id(), id -> new PluginEntry(id, file, Optional.of(descriptor)));
    }

    void forget(String id) {
        entries.remove(id);
    }

    /** What else was once in that file, as far as it does not run. */
    void forgetOthersOf(String file, String id) {
        entries.values()
                .removeIf(entry -> entry.file().equals(file)
                        && !entry.id().equals(id)
                        && entry.running().isEmpty());
    }

    /** Nothing that starts meanwhile may depend on them. */
    void whileLeaving(List<PluginEntry> going, Runnable meanwhile) {
        Set<String> before = leaving;
        leaving = new HashSet<>(before);
        going.forEach(entry -> leaving.add(entry.id()));
        try {
            meanwhile.run();
        } finally {
            leaving = before;
        }
    }

    boolean isLeaving(String id) {
        return leaving.contains(id);
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
}
