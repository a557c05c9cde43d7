package dev.odinbot.plugin;

import dev.odinbot.api.Plugin;
import java.util.Map;

/** Lets the test kit make a plugin as the host does; nothing for others. */
public final class KitPlugins {

    private KitPlugins() {}

    /** @param services what its constructors can have, by type */
    public static Plugin create(Class<? extends Plugin> type, Map<Class<?>, Object> services) {
        return PluginInjector.create(type, services);
    }
}
