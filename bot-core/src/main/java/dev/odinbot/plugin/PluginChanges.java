package dev.odinbot.plugin;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.PluginState;
import dev.odinbot.api.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** What an operator can do with plugins. Used on the control thread; what cannot be done is thrown as a {@link PluginRefusal}. */
final class PluginChanges {

    private final PluginFolder folder;
    private final PluginTable table;
    private final Dependencies dependencies;
    private final Arrivals arrivals;
    private final Departures departures;
    private final PluginSwitchStore switches;
    private final PluginStorage storage;

    PluginChanges(
            PluginFolder folder,
            PluginTable table,
            Dependencies dependencies,
            Arrivals arrivals,
            Departures departures,
            PluginSwitchStore switches,
            PluginStorage storage) {
        this.folder = folder;
        this.table = table;
        this.dependencies = dependencies;
        this.arrivals = arrivals;
        this.departures = departures;
        this.switches = switches;
        this.storage = storage;
    }

    Outcome load(String name) {
        String file = folder.has(name) ? name : folder.holding(name).orElseThrow(() -> refusal("no-jar", name));
        JarCopy jar = copy(file);
        String id = jar.descriptor().id();
        Optional<PluginEntry> known = table.find(id);
        if (known.filter(entry -> entry.state() == PluginState.STARTED).isPresent()) {
            jar.close();
            throw refusal("started-already", id, known.get().file());
        }
        if (table.isOff(id)) {
            table.addOff(jar); // so that it can be enabled
            jar.close();
            throw refusal("off", id);
        }
        return bring(jar, "loaded", () -> {});
    }

    private JarCopy copy(String file) {
        try {
            return folder.copy(file);
        } catch (PluginRefusal e) {
            throw refusal("unreadable", file, e.reason());
        }
    }

    private Outcome bring(JarCopy jar, String done, Runnable commit) {
        Descriptor plugin = jar.descriptor();
        List<String> dependents = ids(table.startedDependents(plugin.id()));
        Optional<RunningPlugin> old = table.find(plugin.id()).flatMap(PluginEntry::running);
        try {
            arrivals.bring(jar, commit);
        } catch (PluginRefusal | PluginFault e) {
            throw refused(plugin, old, e);
        }
        arrivals.startWaiting();
        return done(done, plugin.label(), withIt(dependents));
    }

    private static RuntimeException refused(Descriptor plugin, Optional<RunningPlugin> old, RuntimeException fault) {
        Text why = fault instanceof PluginRefusal refusal ? refusal.reason() : ((PluginFault) fault).reason();
        Text reason = old.map(running -> said(
                        "start.old-goes-on",
                        plugin.label(),
                        running.descriptor().version(),
                        why))
                .orElseGet(() -> said("start.failed", plugin.label(), why));
        return fault instanceof PluginFault && fault.getCause() != null
                ? new PluginFault(reason, fault.getCause())
                : new PluginRefusal(reason);
    }

    Outcome unload(String id) {
        PluginEntry entry = known(id);
        List<PluginEntry> dependents = departures.stopWithDependents(entry);
        dependents.forEach(dependent -> table.forget(dependent.id()));
        table.forget(id);
        arrivals.startWaiting();
        return done("unloaded", id, withIt(ids(dependents)));
    }

    Outcome reload(String id) {
        PluginEntry entry = known(id);
        if (entry.state() == PluginState.DISABLED) {
            throw refusal("off", id);
        }
        JarCopy jar = jarOf(entry);
        if (table.isOff(jar.descriptor().id())) { // the entry is only a file's, which could not be read before
            table.forget(id);
            table.addOff(jar);
            jar.close();
            throw refusal("off", jar.descriptor().id());
        }
        return bring(jar, "reloaded", () -> {});
    }

    /** Its own file, or if that is gone another one that holds it: releases have their version in the name. */
    private JarCopy jarOf(PluginEntry entry) {
        String file = folder.has(entry.file())
                ? entry.file()
                : folder.holding(entry.id()).orElseThrow(() -> refusal("jar-gone", entry.id(), entry.file()));
        JarCopy jar = copy(file);
        String held = jar.descriptor().id();
        if (!held.equals(entry.id()) && entry.descriptor().isPresent()) {
            jar.close();
            throw refusal("jar-holds-other", file, held, entry.id());
        }
        return jar;
    }

    Outcome enable(String id) {
        PluginEntry entry = known(id);
        if (entry.state() != PluginState.DISABLED) {
            throw entry.state() == PluginState.FAILED ? refusal("failed", id, entry.reason()) : refusal("not-off", id);
        }
        Optional<UnmetDependency> unmet = entry.descriptor().flatMap(dependencies::unmet);
        if (unmet.isPresent()) {
            save(id, false);
            entry.unmet(unmet.get());
            return done("on.waits", id, String.valueOf(unmet.get().getMessage()));
        }
        return bring(jarOf(entry), "on", () -> save(id, false));
    }

    Outcome disable(String id) {
        PluginEntry entry = known(id);
        if (entry.state() == PluginState.DISABLED) {
            throw refusal("off.already", id);
        }
        if (entry.descriptor().isEmpty()) {
            throw refusal("no-id", entry.file());
        }
        save(id, true);
        List<PluginEntry> dependents = departures.stopWithDependents(entry);
        dependents.forEach(dependent ->
                dependent.unmet(new UnmetDependency("it needs plugin " + id + ", which is switched off", true)));
        entry.disabled();
        arrivals.startWaiting();
        return done("off.done", id, withIt(ids(dependents)));
    }

    Outcome purge(String id) {
        if (!DescriptorReader.isId(id)) {
            throw refusal("bad-id");
        }
        if (table.find(id).filter(entry -> entry.state() == PluginState.STARTED).isPresent()) {
            throw refusal("purge.started", id);
        }
        int removed = await(storage.purge(id), "purge.failed", id);
        return removed == 0 ? done("purge.nothing", id) : done("purged", id, removed);
    }

    private void save(String id, boolean disabled) {
        await(switches.save(id, disabled), "switch.failed", id);
        table.switched(id, disabled);
    }

    /** When a database is taken for lost is the store's to say: what is given up here could be stored all the same. */
    private static <T> T await(CompletionStage<T> stage, String otherwise, String id) {
        try {
            return stage.toCompletableFuture().get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw refusal(otherwise, id, String.valueOf(cause.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal("ending");
        }
    }

    private PluginEntry known(String id) {
        return table.find(id).orElseThrow(() -> refusal("unknown", id));
    }

    private static List<String> ids(List<PluginEntry> entries) {
        return entries.stream().map(PluginEntry::id).toList();
    }

    private static Text withIt(List<String> dependents) {
        return dependents.isEmpty() ? Text.EMPTY : said("with-it", String.join(", ", dependents));
    }

    private static Outcome done(String key, Object... arguments) {
        return Outcome.done(said(key, arguments));
    }

    private static PluginRefusal refusal(String key, Object... arguments) {
        return new PluginRefusal(said(key, arguments));
    }

    private static Text said(String key, Object... arguments) {
        return Text.key("host.plugin." + key, arguments);
    }
}
