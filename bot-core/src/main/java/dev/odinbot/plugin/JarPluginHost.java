package dev.odinbot.plugin;

import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.config.ConfigException;
import dev.odinbot.config.ConfigFault;
import dev.odinbot.config.Nearest;
import dev.odinbot.config.Section;
import dev.odinbot.text.MessageBundles;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.pf4j.PluginWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins in the jars of the plugins folder. */
final class JarPluginHost implements PluginHost {

    private static final Logger LOG = LoggerFactory.getLogger(JarPluginHost.class);

    private final PluginsConfig config;
    private final Path folder;
    private final JarPlugins plugins;

    @Inject
    JarPluginHost(PluginsConfig config, CommandCatalog catalog, HandlerRegistrar registrar) {
        this.config = config;
        folder = Path.of(config.folder());
        plugins = new JarPlugins(
                folder,
                id -> new HostedPluginContext(
                        id, config.sections().getOrDefault(id, Section.empty()), catalog, published(registrar, id)));
    }

    @Override
    public List<String> start() {
        if (!Files.isDirectory(folder)) {
            LOG.warn("There is no plugins folder {}: the bot has no commands", folder.toAbsolutePath());
            return List.of();
        }
        List<PluginWrapper> loaded = load();
        List<PluginWrapper> resolved = plugins.resolved();
        loaded.stream().filter(plugin -> !resolved.contains(plugin)).forEach(this::leaveOutUnresolved);
        List<PluginWrapper> started = resolved.stream().filter(this::start).toList();
        warnOfSectionsWithoutPlugin(loaded);
        if (!started.isEmpty()) {
            LOG.info("Plugins: {}", started.stream().map(JarPluginHost::label).collect(Collectors.joining(", ")));
        }
        return started.stream().map(PluginWrapper::getPluginId).toList();
    }

    private List<PluginWrapper> load() {
        List<PluginWrapper> loaded = new ArrayList<>();
        for (Path jar : jars()) {
            try {
                loaded.add(plugins.load(jar));
            } catch (RuntimeException e) {
                report(jar, e);
            }
        }
        return loaded;
    }

    private List<Path> jars() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar") && !Files.isDirectory(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.warn("The plugins folder {} cannot be read: {}", folder.toAbsolutePath(), e.toString());
            return List.of();
        }
    }

    private void leaveOutUnresolved(PluginWrapper plugin) {
        report(
                plugin.getPluginPath(),
                new PluginRefusal("a plugin that it depends on is missing or of another version: "
                        + plugin.getDescriptor().getDependencies()));
        plugins.remove(plugin);
    }

    private boolean start(PluginWrapper plugin) {
        try {
            plugins.start(plugin);
            return true;
        } catch (RuntimeException | LinkageError e) {
            report(plugin.getPluginPath(), e);
            plugins.remove(plugin);
            return false;
        }
    }

    /** One line with the reason; the stack trace only where the plugin's own code is at fault. */
    private static void report(Path jar, Throwable fault) {
        Path file = jar.getFileName();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof PluginRefusal) {
                LOG.warn("Plugin {} is left out: {}", file, cause.getMessage());
                return;
            }
            if (cause instanceof ConfigException faults) {
                String all = faults.faults().stream().map(ConfigFault::toString).collect(Collectors.joining(" | "));
                LOG.warn("Plugin {} is left out: its section has faults: {}", file, all);
                return;
            }
            if (cause instanceof ZipException) {
                LOG.warn("Plugin {} is left out: it is not a readable jar ({})", file, cause.getMessage());
                return;
            }
        }
        Throwable cause = fault instanceof PluginFault && fault.getCause() != null ? fault.getCause() : fault;
        LOG.warn("Plugin {} is left out: it failed to start: {}", file, cause.toString(), cause);
    }

    private void warnOfSectionsWithoutPlugin(List<PluginWrapper> loaded) {
        Set<String> ids =
                loaded.stream().map(PluginWrapper::getPluginId).collect(Collectors.toCollection(TreeSet::new));
        for (String section : new TreeSet<>(config.sections().keySet())) {
            if (!ids.contains(section)) {
                LOG.warn(
                        "The config has a section plugins.{}, but there is no such plugin{}",
                        section,
                        Nearest.to(section, ids)
                                .map(id -> "; did you mean " + id + "?")
                                .orElse(""));
            }
        }
    }

    private static String label(PluginWrapper plugin) {
        return plugin.getPluginId() + " " + plugin.getDescriptor().getVersion();
    }

    @Override
    public void close() {
        plugins.removeAll();
    }

    private static HandlerRegistrar.Handlers published(HandlerRegistrar registrar, String id) {
        HandlerRegistrar.Handlers handlers = registrar.open(id, new MessageBundles(id, name -> null), null);
        handlers.publish(java.util.Optional.empty());
        return handlers;
    }
}
