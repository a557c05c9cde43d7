package dev.odinbot.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.JarPluginLoader;
import org.pf4j.JarPluginManager;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PF4J with our rules: a manifest that says everything, plugins that see only {@code api}, and faults that come out
 * instead of going into a log.
 */
final class JarPlugins extends JarPluginManager {

    private static final Logger LOG = LoggerFactory.getLogger(JarPlugins.class);

    /** Version of the packages {@code dev.odinbot.api..}; plugins say in Plugin-Requires which ones they work with. */
    static final String API_VERSION = "0.1.0";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    /** A plugin of this id could have no section: it is a key of the {@code plugins} section itself. */
    private static final String TAKEN_KEY = "folder";

    private final ClassLoader api = new ApiClassLoader(JarPlugins.class.getClassLoader());

    /** @param contexts makes the context of the plugin with an id */
    JarPlugins(Path folder, Function<String, HostedPluginContext> contexts) {
        super(folder);
        pluginFactory = wrapper -> HostedPlugin.create(wrapper, contexts.apply(wrapper.getPluginId()));
        setResolveRecoveryStrategy(ResolveRecoveryStrategy.IGNORE_PLUGIN_AND_CONTINUE);
    }

    /** @throws PluginRuntimeException when it is no plugin for this bot */
    PluginWrapper load(Path jar) {
        return loadPluginFromPath(jar);
    }

    /** Those loaded, in the order in which they can start: what others depend on comes first. */
    List<PluginWrapper> resolved() {
        resolvePlugins();
        return List.copyOf(getResolvedPlugins());
    }

    /** Lets out what the plugin throws, unlike PF4J's own method. */
    void start(PluginWrapper plugin) {
        plugin.getPlugin().start();
        plugin.setPluginState(PluginState.STARTED);
        getStartedPlugins().add(plugin);
    }

    /** Stops the plugin if it runs, and releases its class loader. */
    void remove(PluginWrapper plugin) {
        unloadPlugin(plugin.getPluginId(), false);
    }

    void removeAll() {
        List<PluginWrapper> lastFirst = new ArrayList<>(getStartedPlugins());
        Collections.reverse(lastFirst);
        for (PluginWrapper plugin : lastFirst) {
            try {
                remove(plugin);
            } catch (PluginRuntimeException e) {
                LOG.warn("Plugin {} was stopped but its jar could not be closed", plugin.getPluginId(), e);
            }
        }
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new ManifestPluginDescriptorFinder() {
            @Override
            protected PluginDescriptor createPluginDescriptor(@Nullable Manifest manifest) {
                if (manifest == null) {
                    throw new PluginRefusal("it has no manifest");
                }
                return super.createPluginDescriptor(manifest);
            }
        };
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new JarPluginLoader(this) {
            @Override
            protected PluginClassLoader createPluginClassLoader(Path jar, PluginDescriptor descriptor) {
                return new PluginClassLoader(pluginManager, descriptor, api, ClassLoadingStrategy.PDA) {
                    @Override
                    protected boolean shouldDelegateToParent(String className) {
                        return ApiClassLoader.shared(className);
                    }
                };
            }
        };
    }

    @Override
    protected void validatePluginDescriptor(PluginDescriptor descriptor) {
        String id = required("Plugin-Id", descriptor.getPluginId());
        if (!ID.matcher(id).matches() || id.equals(TAKEN_KEY)) {
            throw new PluginRefusal("Plugin-Id '" + id + "' cannot be used; take small letters, digits and -");
        }
        PluginWrapper other = getPlugin(id);
        if (other != null) {
            throw new PluginRefusal("its Plugin-Id '" + id + "' is taken by "
                    + other.getPluginPath().getFileName());
        }
        required("Plugin-Version", descriptor.getVersion());
        // PF4J fills in its own class and "any version" for what the manifest does not say.
        required("Plugin-Class", without(org.pf4j.Plugin.class.getName(), descriptor.getPluginClass()));
        checkApiVersion(required("Plugin-Requires", without("*", descriptor.getRequires())));
    }

    private static String without(String filledIn, String value) {
        return value.equals(filledIn) ? "" : value;
    }

    private static String required(String key, String value) {
        if (value == null || value.isBlank()) {
            throw new PluginRefusal("its manifest has no " + key);
        }
        return value;
    }

    private void checkApiVersion(String requires) {
        boolean fits;
        try {
            fits = getVersionManager().checkVersionConstraint(API_VERSION, requires);
        } catch (RuntimeException e) {
            throw new PluginRefusal("Plugin-Requires '" + requires + "' is no range of versions; this bot's API is "
                    + API_VERSION + ", write for instance ^" + API_VERSION);
        }
        if (!fits) {
            throw new PluginRefusal("it requires API version " + requires + "; this bot's is " + API_VERSION);
        }
    }
}
