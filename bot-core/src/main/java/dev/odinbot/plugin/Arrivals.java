package dev.odinbot.plugin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How plugins come: a start, and a reload with those that depend on the plugin. Used on the control thread. */
final class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final PluginFolder folder;
    private final PluginTable table;
    private final Dependencies dependencies;
    private final PluginStarter starter;

    Arrivals(PluginFolder folder, PluginTable table, Dependencies dependencies, PluginStarter starter) {
        this.folder = folder;
        this.table = table;
        this.dependencies = dependencies;
        this.starter = starter;
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
            if (table.isClosing()) {
                throw new PluginRefusal("the bot is ending");
            }
            for (PluginEntry dependent : table.startedDependents(id)) {
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
            fresh.values().iterator().next().publish(table.find(id).flatMap(PluginEntry::running));
        } catch (RuntimeException | Error e) {
            LoadOrder.lastFirst(fresh.values()).forEach(RunningPlugin::stop);
            jars.forEach(JarCopy::close);
            RuntimeException fault = PluginFault.of(e);
            throw current.equals(id) ? fault : asDependent(current, fault);
        }
        replace(fresh.values(), id);
        table.forgetOthersOf(jar.file(), id);
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
                    dependencies.loaders(jar.descriptor(), fresh),
                    table.section(jar.descriptor().id()));
        } catch (RuntimeException | Error e) {
            jar.close();
            throw e;
        }
    }

    /** What the folder has of it now, since new versions of two that belong together come together; else what it runs from. */
    JarCopy current(PluginEntry entry) {
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

    /** @param published the one of them that is seen already */
    private void replace(Iterable<RunningPlugin> fresh, String published) {
        List<RunningPlugin> replaced = new ArrayList<>();
        for (RunningPlugin plugin : fresh) {
            Descriptor descriptor = plugin.descriptor();
            PluginEntry entry = table.known(descriptor, plugin.jar().file());
            Optional<RunningPlugin> old = entry.running();
            old.ifPresent(replaced::add);
            try {
                if (!descriptor.id().equals(published)) {
                    plugin.publish(old);
                }
                entry.started(plugin);
            } catch (RuntimeException | Error e) {
                replaced.add(plugin); // there is no way back to the old one, whose classes go with what it needs
                table.failed(entry, PluginFault.of(e));
            }
        }
        LoadOrder.lastFirst(replaced).forEach(RunningPlugin::stop);
    }

    /** Tries those again that wait for others, and says in the log what became of it. */
    void startWaiting() {
        LoadOrder order = table.order();
        for (String id : order.ids()) {
            boolean round = order.cycles().containsKey(id);
            table.find(id)
                    .filter(entry -> entry.waiting() && !round && !table.isClosing())
                    .ifPresent(entry -> {
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
        } catch (RuntimeException | Error e) {
            table.failed(entry, PluginFault.of(e));
            return false;
        }
    }
}
