package dev.odinbot.plugin;

import dev.odinbot.api.PluginContext;
import dev.odinbot.api.Scheduler;
import dev.odinbot.api.storage.KeyValueStore;
import dev.odinbot.api.storage.Tables;
import dev.odinbot.api.text.Messages;
import dev.odinbot.config.Section;
import dev.odinbot.text.MessageBundles;
import dev.odinbot.time.Timers;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts a plugin: gives it its class loader, its services and its place for handlers. */
final class PluginStarter {

    private final HandlerRegistrar registrar;
    private final PluginStorage storage;
    private final HostServices host;
    private final Timers timers;
    private final Patience patience;

    @Inject
    PluginStarter(
            HandlerRegistrar registrar, PluginStorage storage, HostServices host, Timers timers, Patience patience) {
        this.registrar = registrar;
        this.storage = storage;
        this.host = host;
        this.timers = timers;
        this.patience = patience;
    }

    /**
     * Starts what is in {@code jar}, unpublished; the jar's copy goes when that fails.
     *
     * @throws PluginRefusal when it cannot be a plugin of this bot
     * @throws PluginFault when its own code threw
     */
    RunningPlugin start(JarCopy jar, List<IsolatedLoader> dependencies, Section section) {
        String id = jar.descriptor().id();
        Lease lease = new Lease(id);
        IsolatedLoader loader = new IsolatedLoader(jar, dependencies);
        Messages messages = new MessageBundles(id, jar::message);
        PluginScheduler scheduler = new PluginScheduler(id, loader, lease, timers);
        HandlerRegistrar.Handlers handlers = registrar.open(id, messages, scheduler);
        Map<Class<?>, Object> services = new LinkedHashMap<>(host.leased(lease));
        services.put(KeyValueStore.class, lease.of(KeyValueStore.class, storage.keys(id)));
        services.put(Tables.class, lease.of(Tables.class, storage.tables(id)));
        services.put(Messages.class, messages);
        services.put(Scheduler.class, scheduler);
        HostedPluginContext context =
                new HostedPluginContext(id, section, Map.copyOf(services), messages, scheduler, handlers, lease);
        services.put(PluginContext.class, context);
        RunningPlugin fresh = new RunningPlugin(jar, loader, context, handlers, patience);
        fresh.start(services);
        return fresh;
    }
}
