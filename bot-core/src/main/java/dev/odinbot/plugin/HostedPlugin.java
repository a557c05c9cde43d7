package dev.odinbot.plugin;

import dev.odinbot.api.Plugin;
import dev.odinbot.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of our plugins in the shape that PF4J wants. */
final class HostedPlugin extends org.pf4j.Plugin {

    private static final Logger LOG = LoggerFactory.getLogger(HostedPlugin.class);

    private final Plugin plugin;
    private final HostedPluginContext context;

    private HostedPlugin(Plugin plugin, HostedPluginContext context) {
        this.plugin = plugin;
        this.context = context;
    }

    /** Makes the instance; nothing stays registered when that fails. */
    static HostedPlugin create(PluginWrapper wrapper, HostedPluginContext context) {
        String name = wrapper.getDescriptor().getPluginClass();
        try {
            Class<?> type = wrapper.getPluginClassLoader().loadClass(name);
            if (!Plugin.class.isAssignableFrom(type)) {
                throw new PluginRefusal("its Plugin-Class " + name + " does not implement " + Plugin.class.getName());
            }
            ClassLoader host = enter(type.getClassLoader());
            try {
                return new HostedPlugin(PluginInjector.create(type.asSubclass(Plugin.class), context), context);
            } finally {
                enter(host);
            }
        } catch (ClassNotFoundException e) {
            throw new PluginRefusal("its Plugin-Class " + name + " is not in the jar");
        } catch (RuntimeException | Error e) {
            context.release();
            throw e;
        }
    }

    @Override
    public void start() {
        ClassLoader host = enter(plugin.getClass().getClassLoader());
        try {
            plugin.start(context);
        } catch (Throwable fault) {
            if (fault instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            context.release();
            throw new PluginFault(fault);
        } finally {
            enter(host);
        }
        try {
            context.checkSection();
        } catch (ConfigException faults) {
            stop();
            throw new PluginFault(faults);
        }
    }

    @Override
    public void stop() {
        ClassLoader host = enter(plugin.getClass().getClassLoader());
        try {
            plugin.stop();
        } catch (RuntimeException | Error e) {
            LOG.warn("Plugin {} failed to stop", context.id(), e);
        } finally {
            enter(host);
            context.release();
        }
    }

    /** Libraries in a plugin's jar find their own services and resources by the thread's loader. Returns the one before. */
    private static @Nullable ClassLoader enter(@Nullable ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        return before;
    }
}
