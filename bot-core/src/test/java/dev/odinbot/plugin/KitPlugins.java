package dev.odinbot.plugin;

import dev.odinbot.api.Plugin;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;

/** Lets the test kit make a plugin of what its constructors ask for; nothing for others. */
public final class KitPlugins {

    private KitPlugins() {}

    public static <P extends Plugin> P create(Class<P> type, Map<Class<?>, Object> services) {
        return type.cast(make(type, new HashMap<>(services)));
    }

    private static Object make(Class<?> type, Map<Class<?>, Object> made) {
        Object there = made.get(type);
        if (there != null) {
            return there;
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            Object[] arguments = new Object[constructor.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = make(constructor.getParameterTypes()[i], made);
            }
            Object fresh = constructor.newInstance(arguments);
            made.put(type, fresh);
            return fresh;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
