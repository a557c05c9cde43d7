package dev.odinbot.plugin;

import dev.odinbot.api.admin.PluginState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the folder: all of it at the start, and what has changed in it later. Used on the control thread; tells the log. */
final class FolderChanges {

    private static final Logger LOG = LoggerFactory.getLogger(FolderChanges.class);

    private final PluginFolder folder;
    private final PluginTable table;
    private final Arrivals arrivals;
    private final Departures departures;

    FolderChanges(PluginFolder folder, PluginTable table, Arrivals arrivals, Departures departures) {
        this.folder = folder;
        this.table = table;
        this.arrivals = arrivals;
        this.departures = departures;
    }

    /**
     * Reads every jar and starts what can be started.
     *
     * @param disabled ids of those that stay off
     * @return the ids of those that were started, in that order
     */
    List<String> startAll(Set<String> disabled) {
        disabled.forEach(id -> table.switched(id, true));
        folder.files().forEach(this::read);
        LoadOrder order = table.order();
        Set<String> started = new LinkedHashSet<>();
        for (String id : order.ids()) {
            PluginEntry entry = table.find(id).orElseThrow();
            String cycle = order.cycles().get(id);
            if (table.isClosing()) {
                break;
            }
            if (table.isOff(id)) {
                entry.disabled();
            } else if (cycle != null) {
                table.failed(entry, new UnmetDependency("plugins that need each other cannot start: " + cycle, false));
            } else if (arrivals.tryStart(entry)) {
                started.add(id);
            }
        }
        return List.copyOf(started);
    }

    private void read(String file) {
        try {
            Descriptor descriptor = DescriptorReader.read(folder.path(file));
            checkFree(file, descriptor.id());
            table.add(new PluginEntry(descriptor.id(), file, Optional.of(descriptor)));
        } catch (PluginRefusal e) {
            failed(file, e);
        }
    }

    private void checkFree(String file, String id) {
        Optional<String> other = table.find(id).map(PluginEntry::file).filter(taken -> !taken.equals(file));
        if (other.isPresent()) {
            throw new PluginRefusal("its Plugin-Id '" + id + "' is taken by " + other.get());
        }
    }

    /** A jar that cannot be told to be any plugin's goes by its file name. */
    private void failed(String file, RuntimeException fault) {
        PluginEntry entry = table.find(file).orElseGet(() -> new PluginEntry(file, file, Optional.empty()));
        table.add(entry);
        table.failed(entry, fault);
    }

    /** @param files that are new, changed or gone, and have been still for a moment */
    void changed(Set<String> files) {
        List<String> there = folder.files();
        files.stream()
                .filter(there::contains)
                .sorted()
                .takeWhile(file -> !table.isClosing())
                .forEach(this::changed);
        files.stream().filter(file -> !there.contains(file)).sorted().forEach(this::removed);
        arrivals.startWaiting();
    }

    private void changed(String file) {
        try {
            JarCopy jar = folder.copy(file);
            try {
                changed(file, jar);
            } catch (RuntimeException | LinkageError e) {
                jar.close();
                throw e;
            }
        } catch (RuntimeException | LinkageError e) {
            refused(file, PluginFault.of(e));
        }
    }

    private void changed(String file, JarCopy jar) {
        Descriptor descriptor = jar.descriptor();
        Optional<PluginEntry> known = table.find(descriptor.id());
        if (known.filter(entry -> folder.has(entry.file())).isPresent()) {
            checkFree(file, descriptor.id());
        }
        if (table.isOff(descriptor.id())) {
            table.addOff(jar);
            jar.close();
            LOG.info("Plugin {} has a new jar {}; it stays switched off", descriptor.label(), file);
        } else if (known.flatMap(PluginEntry::running)
                .filter(running -> running.jar().sameAs(jar.copy()))
                .isPresent()) {
            known.get().read(file, descriptor);
            jar.close(); // what runs already, for instance reloaded by hand or only called something else now
        } else {
            boolean running = known.flatMap(PluginEntry::running).isPresent();
            arrivals.bring(jar, () -> {});
            LOG.info("Plugin {} is {}: {} has changed", descriptor.label(), running ? "reloaded" : "started", file);
        }
        table.all().stream()
                .filter(entry -> entry.file().equals(file) && !entry.id().equals(descriptor.id()))
                .forEach(this::forget);
    }

    private void refused(String file, RuntimeException fault) {
        Optional<PluginEntry> running = table.byFile(file).filter(entry -> entry.state() == PluginState.STARTED);
        if (running.isPresent()) {
            LOG.warn(
                    "{} has changed, but plugin {} goes on as it was: {}",
                    file,
                    running.get().descriptor().map(Descriptor::label).orElse(""),
                    fault.getMessage(),
                    fault instanceof PluginFault ? fault.getCause() : null);
            return;
        }
        Optional<PluginEntry> known = table.byFile(file);
        if (known.filter(entry -> entry.descriptor().isEmpty()).isPresent()) {
            table.forget(known.get().id()); // half copied before; perhaps it says now which plugin it is
            newAndFailed(file, fault);
        } else if (known.isPresent()) {
            if (known.get().state() == PluginState.DISABLED) {
                PluginTable.leftOut(file, fault);
            } else {
                table.failed(known.get(), fault);
            }
        } else {
            newAndFailed(file, fault);
        }
    }

    private void newAndFailed(String file, RuntimeException fault) {
        Optional<Descriptor> descriptor =
                folder.descriptor(file).filter(read -> table.find(read.id()).isEmpty());
        PluginEntry entry = new PluginEntry(descriptor.map(Descriptor::id).orElse(file), file, descriptor);
        table.add(entry);
        table.failed(entry, fault);
    }

    private void removed(String file) {
        table.byFile(file).ifPresent(entry -> {
            Optional<String> other = folder.holding(entry.id());
            if (other.isPresent()) {
                changed(other.get());
            } else {
                forget(entry);
            }
        });
    }

    /** Its jar is gone; those that need it stay known, and wait for it. */
    private void forget(PluginEntry entry) {
        boolean running = entry.state() == PluginState.STARTED;
        departures
                .stopWithDependents(entry)
                .forEach(dependent ->
                        table.failed(dependent, Dependencies.needs(entry.id(), "and there is none of this id")));
        table.forget(entry.id());
        LOG.info("Plugin {} is {}: {} is gone", entry.id(), running ? "unloaded" : "forgotten", entry.file());
    }
}
