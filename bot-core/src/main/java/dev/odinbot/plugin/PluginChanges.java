package dev.odinbot.plugin;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.PluginState;
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
        String file = folder.has(name)
                ? name
                : folder.holding(name)
                        .orElseThrow(() -> new PluginRefusal("There is neither a jar " + name
                                + " in the plugins folder nor one" + " that holds a plugin of this id."));
        JarCopy jar = copy(file);
        String id = jar.descriptor().id();
        Optional<PluginEntry> known = table.find(id);
        if (known.filter(entry -> entry.state() == PluginState.STARTED).isPresent()) {
            jar.close();
            throw new PluginRefusal("Plugin " + id + " is started already, from "
                    + known.get().file() + "; reload it to take what its jar holds now.");
        }
        if (table.isOff(id)) {
            table.addOff(jar); // so that it can be enabled
            jar.close();
            throw new PluginRefusal("Plugin " + id + " is switched off; enable it.");
        }
        return bring(jar, "loaded", () -> {});
    }

    private JarCopy copy(String file) {
        try {
            return folder.copy(file);
        } catch (PluginRefusal e) {
            throw new PluginRefusal(file + " cannot be loaded: " + e.getMessage());
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
        return Outcome.done("Plugin " + plugin.label() + " is " + done + withIt(dependents) + ".");
    }

    private static RuntimeException refused(Descriptor plugin, Optional<RunningPlugin> old, RuntimeException fault) {
        String reason = "Plugin " + plugin.label() + " cannot start"
                + old.map(running -> ", and " + running.descriptor().version() + " goes on")
                        .orElse("")
                + ": " + fault.getMessage();
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
        return Outcome.done("Plugin " + id + " is unloaded" + withIt(ids(dependents)) + ".");
    }

    Outcome reload(String id) {
        PluginEntry entry = known(id);
        if (entry.state() == PluginState.DISABLED) {
            throw new PluginRefusal("Plugin " + id + " is switched off; enable it.");
        }
        JarCopy jar = jarOf(entry);
        if (table.isOff(jar.descriptor().id())) { // the entry is only a file's, which could not be read before
            table.forget(id);
            table.addOff(jar);
            jar.close();
            throw new PluginRefusal("Plugin " + jar.descriptor().id() + " is switched off; enable it.");
        }
        return bring(jar, "reloaded", () -> {});
    }

    /** Its own file, or if that is gone another one that holds it: releases have their version in the name. */
    private JarCopy jarOf(PluginEntry entry) {
        String file = folder.has(entry.file())
                ? entry.file()
                : folder.holding(entry.id())
                        .orElseThrow(() -> new PluginRefusal("Plugin " + entry.id() + ": its jar " + entry.file()
                                + " is not in the plugins folder any more."));
        JarCopy jar = copy(file);
        String held = jar.descriptor().id();
        if (!held.equals(entry.id()) && entry.descriptor().isPresent()) {
            jar.close();
            throw new PluginRefusal(file + " holds plugin " + held + " now; load that, and unload " + entry.id() + ".");
        }
        return jar;
    }

    Outcome enable(String id) {
        PluginEntry entry = known(id);
        if (entry.state() != PluginState.DISABLED) {
            throw new PluginRefusal("Plugin " + id + " is not switched off"
                    + (entry.state() == PluginState.FAILED ? "; it has failed: " + entry.reason() : "."));
        }
        Optional<UnmetDependency> unmet = entry.descriptor().flatMap(dependencies::unmet);
        if (unmet.isPresent()) {
            save(id, false);
            entry.unmet(unmet.get());
            return Outcome.done("Plugin " + id + " is switched on, and starts when it can: "
                    + unmet.get().getMessage() + ".");
        }
        return bring(jarOf(entry), "switched on", () -> save(id, false));
    }

    Outcome disable(String id) {
        PluginEntry entry = known(id);
        if (entry.state() == PluginState.DISABLED) {
            throw new PluginRefusal("Plugin " + id + " is switched off already.");
        }
        if (entry.descriptor().isEmpty()) {
            throw new PluginRefusal(entry.file() + " says no plugin id; take the jar out of the folder instead.");
        }
        save(id, true);
        List<PluginEntry> dependents = departures.stopWithDependents(entry);
        dependents.forEach(dependent ->
                dependent.unmet(new UnmetDependency("it needs plugin " + id + ", which is switched off", true)));
        entry.disabled();
        arrivals.startWaiting();
        return Outcome.done("Plugin " + id + " is switched off" + withIt(ids(dependents)) + ".");
    }

    Outcome purge(String id) {
        if (!DescriptorReader.isId(id)) {
            throw new PluginRefusal("No plugin can have this id.");
        }
        if (table.find(id).filter(entry -> entry.state() == PluginState.STARTED).isPresent()) {
            throw new PluginRefusal("Plugin " + id + " is started; disable or unload it first.");
        }
        int removed = await(storage.purge(id), "what " + id + " has stored could not be removed");
        return Outcome.done(
                removed == 0
                        ? "Plugin " + id + " had nothing stored."
                        : "All that plugin " + id + " had stored is removed: keys and tables, " + removed + " in all.");
    }

    private void save(String id, boolean disabled) {
        await(switches.save(id, disabled), "the switch of plugin " + id + " could not be stored");
        table.switched(id, disabled);
    }

    /** When a database is taken for lost is the store's to say: what is given up here could be stored all the same. */
    private static <T> T await(CompletionStage<T> stage, String otherwise) {
        try {
            return stage.toCompletableFuture().get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new PluginRefusal(otherwise + " (" + cause.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginRefusal("the bot ends");
        }
    }

    private PluginEntry known(String id) {
        return table.find(id).orElseThrow(() -> new PluginRefusal("There is no plugin " + id + "."));
    }

    private static List<String> ids(List<PluginEntry> entries) {
        return entries.stream().map(PluginEntry::id).toList();
    }

    private static String withIt(List<String> dependents) {
        return dependents.isEmpty() ? "" : ", and with it " + String.join(", ", dependents);
    }
}
