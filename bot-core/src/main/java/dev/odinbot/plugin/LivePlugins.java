package dev.odinbot.plugin;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.PluginInfo;
import dev.odinbot.api.admin.Plugins;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.storage.StorageException;
import dev.odinbot.api.text.Text;
import dev.odinbot.config.ConfigException;
import dev.odinbot.config.ConfigFault;
import dev.odinbot.text.MessageBundles;
import dev.odinbot.time.Timers;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins of the folder, from any thread: every change is handed to the control thread. */
final class LivePlugins implements Plugins, PluginHost {

    private static final Logger LOG = LoggerFactory.getLogger(LivePlugins.class);

    private final PluginsConfig config;
    private final PluginFolder folder;
    private final PluginTable table;
    private final Departures departures;
    private final PluginChanges changes;
    private final FolderChanges folderChanges;
    private final PluginSections sections;
    private final PluginSwitchStore switches;
    private final PluginView view;
    private final ControlThread control;
    private final FolderWatch watch;

    @Inject
    LivePlugins(
            PluginsConfig config,
            PluginStarter starter,
            PluginSwitchStore switches,
            PluginStorage storage,
            CommandCatalog catalog,
            Timers timers,
            Patience patience) {
        this.config = config;
        this.switches = switches;
        control = new ControlThread("plugin-control", patience.ending());
        folder = new PluginFolder(Path.of(config.folder()));
        table = new PluginTable(config.sections());
        Dependencies dependencies = new Dependencies(table);
        Arrivals arrivals = new Arrivals(folder, table, dependencies, starter);
        departures = new Departures(table, arrivals);
        changes = new PluginChanges(folder, table, dependencies, arrivals, departures, switches, storage);
        folderChanges = new FolderChanges(folder, table, arrivals, departures);
        sections = new PluginSections(table);
        view = new PluginView(folder, table, catalog);
        watch = new FolderWatch(folder, timers, patience.still(), control, this::followFolder);
    }

    @Override
    public List<String> start() {
        try {
            return await(control.submit(this::startAll));
        } catch (RejectedExecutionException e) {
            return List.of(); // closed before it came to that
        }
    }

    private static <T> T await(CompletableFuture<T> change) {
        try {
            return change.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RejectedExecutionException ending) {
                throw ending;
            }
            throw e;
        }
    }

    private List<String> startAll() {
        if (!Files.isDirectory(folder.path())) {
            LOG.warn(
                    "There is no plugins folder {}: the bot has no commands",
                    folder.path().toAbsolutePath());
        }
        if (config.watch()) {
            watch.start();
        }
        List<String> started = folderChanges.startAll(disabled());
        table.refresh();
        sections.warnOfThoseWithoutPlugin(config);
        if (!started.isEmpty()) {
            LOG.info("Plugins: {}", started.stream().map(this::label).collect(Collectors.joining(", ")));
        }
        return started;
    }

    private Set<String> disabled() {
        try {
            return switches.disabled();
        } catch (StorageException e) {
            LOG.error("Which plugins are switched off could not be read, so all are started: {}", e.getMessage());
            return Set.of();
        }
    }

    private String label(String id) {
        return table.find(id)
                .flatMap(PluginEntry::descriptor)
                .map(Descriptor::label)
                .orElse(id);
    }

    private void followFolder(Set<String> files) {
        folderChanges.changed(files);
        table.refresh();
    }

    @Override
    public List<PluginInfo> all() {
        return view.all();
    }

    @Override
    public Optional<PluginInfo> find(String id) {
        return all().stream().filter(info -> info.id().equals(id)).findFirst();
    }

    @Override
    public List<String> available() {
        return view.available();
    }

    @Override
    public CompletionStage<Outcome> load(String jar) {
        return change(() -> changes.load(jar));
    }

    @Override
    public CompletionStage<Outcome> unload(String id) {
        return change(() -> changes.unload(id));
    }

    @Override
    public CompletionStage<Outcome> reload(String id) {
        return change(() -> changes.reload(id));
    }

    @Override
    public CompletionStage<Outcome> enable(String id) {
        return change(() -> changes.enable(id));
    }

    @Override
    public CompletionStage<Outcome> disable(String id) {
        return change(() -> changes.disable(id));
    }

    @Override
    public CompletionStage<Outcome> purge(String id) {
        return change(() -> changes.purge(id));
    }

    /** Whoever waits for the outcome goes on elsewhere: the control thread runs nobody's code but ours. */
    private CompletionStage<Outcome> change(Supplier<Outcome> change) {
        try {
            return control.submit(() -> outcome(change))
                    .exceptionally(LivePlugins::ending)
                    .thenApplyAsync(Function.identity());
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(ending(e));
        }
    }

    private static Outcome ending(Throwable thrown) {
        if (thrown instanceof RejectedExecutionException) {
            return Outcome.refused(Text.key("host.plugin.ending"));
        }
        throw new CompletionException(thrown);
    }

    private Outcome outcome(Supplier<Outcome> change) {
        try {
            Outcome done = change.get();
            LOG.info("{}", done instanceof Outcome.Done text ? MessageBundles.english(text.detail()) : done);
            return done;
        } catch (PluginRefusal e) {
            LOG.warn("{}", e.getMessage());
            return Outcome.refused(e.reason());
        } catch (PluginFault e) {
            LOG.warn("{}", e.getMessage(), e.getCause());
            return Outcome.refused(e.reason());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A change of the plugins failed", e);
            return Outcome.refused(Text.key("host.plugin.fault"));
        } finally {
            table.refresh();
        }
    }

    @Override
    public List<ConfigFault> faults(PluginsConfig next) {
        return await(control.submit(() -> sections.faults(next)));
    }

    @Override
    public CompletionStage<Map<String, Outcome>> configure(PluginsConfig next) {
        return control.submit(() -> {
                    List<ConfigFault> faults = sections.faults(next);
                    if (!faults.isEmpty()) {
                        throw new ConfigException(faults);
                    }
                    List<String> touched = sections.touched(next);
                    table.sections(next.sections());
                    Map<String, Outcome> outcomes = new LinkedHashMap<>();
                    touched.forEach(id -> outcomes.put(id, outcome(() -> changes.reload(id))));
                    return outcomes;
                })
                .thenApplyAsync(Function.identity());
    }

    @Override
    public void close() {
        table.closing();
        watch.close();
        control.close(this::stopAll);
    }

    private void stopAll() {
        departures.stopAll();
        table.refresh();
        folder.close();
    }
}
