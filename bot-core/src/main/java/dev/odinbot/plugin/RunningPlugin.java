package dev.odinbot.plugin;

import dev.odinbot.api.Plugin;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One load of a plugin, from its start to its stop: the instance and all that is its. Used on the control thread; its end with the whole
 * bot is on a thread of its own.
 */
final class RunningPlugin {

    private static final Logger LOG = LoggerFactory.getLogger(RunningPlugin.class);

    private final JarCopy jar;
    private final IsolatedLoader loader;
    private final HostedPluginContext context;
    private final HandlerRegistrar.Handlers handlers;
    private final Patience patience;
    private Optional<Plugin> plugin = Optional.empty();

    RunningPlugin(
            JarCopy jar,
            IsolatedLoader loader,
            HostedPluginContext context,
            HandlerRegistrar.Handlers handlers,
            Patience patience) {
        this.jar = jar;
        this.loader = loader;
        this.context = context;
        this.handlers = handlers;
        this.patience = patience;
    }

    JarCopy jar() {
        return jar;
    }

    Descriptor descriptor() {
        return jar.descriptor();
    }

    IsolatedLoader loader() {
        return loader;
    }

    HostedPluginContext context() {
        return context;
    }

    /**
     * Makes the instance and starts it; what it registers is not seen before it is published. When that fails nothing of it stays.
     *
     * @param services what its constructors can have
     * @throws PluginRefusal when it cannot be a plugin of this bot
     * @throws PluginFault when its own code threw
     */
    void start(Map<Class<?>, Object> services) {
        Launch launch = new Launch(services);
        try {
            call("start").run(launch::start, patience.start());
        } catch (ExecutionException e) {
            release(patience.interrupted());
            throw new FaultText(loader).of(e.getCause() == null ? e : e.getCause(), launch.doing);
        } catch (PluginRefusal e) {
            release(patience.interrupted());
            throw new PluginRefusal(launch.doing + " " + e.getMessage());
        }
        try {
            context.checkSection();
        } catch (RuntimeException e) {
            stop(patience.stop());
            throw new FaultText(loader).of(e, "its start");
        }
    }

    /** The way to a started instance; {@link #doing} may be read while it is on it. */
    private final class Launch {
        private final Map<Class<?>, Object> services;
        private volatile String doing = "loading its classes";

        private Launch(Map<Class<?>, Object> services) {
            this.services = services;
        }

        private boolean start() throws Exception {
            Class<? extends Plugin> type = pluginClass();
            doing = "its constructor";
            Plugin made = PluginInjector.create(type, services);
            doing = "its start";
            made.start(context);
            plugin = Optional.of(made);
            return true;
        }
    }

    private Class<? extends Plugin> pluginClass() {
        String name = descriptor().pluginClass();
        try {
            Class<?> type = loader.loadClass(name);
            if (!Plugin.class.isAssignableFrom(type)) {
                throw new PluginRefusal("its Plugin-Class " + name + " does not implement " + Plugin.class.getName());
            }
            return type.asSubclass(Plugin.class);
        } catch (ClassNotFoundException e) {
            throw new PluginRefusal("its Plugin-Class " + name + " is not in the jar");
        }
    }

    /** Puts what it registered to work, in place of what {@code replaced} did. */
    void publish(Optional<RunningPlugin> replaced) {
        handlers.publish(replaced.map(old -> old.handlers));
    }

    /** Ends it and all that is its; what its own code does against that is logged. */
    void stop() {
        stop(patience.stop());
    }

    /** The same when the whole bot ends. */
    void stopForGood() {
        stop(patience.closing());
    }

    private void stop(Duration limit) {
        closeHandlers();
        plugin.ifPresent(made -> stop(made, limit));
        release(limit);
    }

    private void stop(Plugin made, Duration limit) {
        plugin = Optional.empty();
        try {
            call("stop")
                    .run(
                            () -> {
                                made.stop();
                                return true;
                            },
                            limit);
        } catch (ExecutionException e) {
            LOG.warn("Plugin {} failed to stop", descriptor().id(), e.getCause());
        } catch (PluginRefusal e) {
            LOG.warn("Plugin {} failed to stop: its stop {}", descriptor().id(), e.getMessage());
        }
    }

    private PluginCall call(String what) {
        return new PluginCall("plugin-" + descriptor().id() + "-" + what, loader, patience.interrupted());
    }

    private void closeHandlers() {
        try {
            handlers.close();
        } catch (RuntimeException e) {
            LOG.error(
                    "The handlers of plugin {} were not removed cleanly",
                    descriptor().id(),
                    e);
        }
    }

    private void release(Duration limit) {
        closeHandlers();
        context.release(limit);
        try {
            loader.close();
        } catch (IOException e) {
            LOG.warn("The jar of plugin {} could not be closed", descriptor().id(), e);
        }
        jar.close();
    }
}
