package dev.odinbot.plugin;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the host offers every plugin by its type, besides what is the plugin's own; made known by {@link PluginModule#offer}.
 *
 * <p>Asked for when a plugin starts and not before: some of these services know the plugins themselves.
 */
final class HostServices {

    private final Map<Class<?>, Provider<Object>> byType;

    @Inject
    HostServices(Map<Class<?>, Provider<Object>> byType) {
        this.byType = byType;
    }

    Map<Class<?>, Object> leased(Lease lease) {
        Map<Class<?>, Object> services = new LinkedHashMap<>();
        byType.forEach((type, provider) -> services.put(type, leased(lease, type, provider)));
        return services;
    }

    private static <T> T leased(Lease lease, Class<T> type, Provider<Object> provider) {
        return lease.of(type, type.cast(provider.get()));
    }
}
