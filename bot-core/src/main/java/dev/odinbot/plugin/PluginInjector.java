package dev.odinbot.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.ProvisionException;
import com.google.inject.Singleton;
import com.google.inject.spi.Message;
import dev.odinbot.api.Plugin;
import dev.odinbot.api.PluginContext;
import dev.odinbot.api.command.CommandCatalog;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a plugin and the classes of its own that its constructors ask for, one instance of each, without annotations.
 *
 * <p>Every plugin has an injector to itself, which goes away with it; a child of the host's would keep its classes alive.
 */
final class PluginInjector {

    private PluginInjector() {}

    static Plugin create(Class<? extends Plugin> type, PluginContext context) {
        Map<Class<?>, Constructor<?>> constructors = new LinkedHashMap<>();
        collect(type, type, constructors);
        try {
            return Guice.createInjector(new Bindings(context, constructors)).getInstance(type);
        } catch (CreationException e) {
            throw fault(e.getErrorMessages());
        } catch (ProvisionException e) {
            throw fault(e.getErrorMessages());
        }
    }

    private static void collect(Class<?> type, Class<?> asker, Map<Class<?>, Constructor<?>> constructors) {
        if (constructors.containsKey(type) || type == PluginContext.class || type == CommandCatalog.class) {
            return;
        }
        if (type.getClassLoader() != asker.getClassLoader()) {
            throw new PluginRefusal("the constructor of " + asker.getName() + " asks for " + type.getName()
                    + "; it can have PluginContext, CommandCatalog and classes of the plugin");
        }
        Constructor<?>[] candidates = type.getDeclaredConstructors();
        if (candidates.length != 1) {
            throw new PluginRefusal(type.getName() + " has " + candidates.length + " constructors; it must have one");
        }
        constructors.put(type, candidates[0]);
        Arrays.stream(candidates[0].getParameterTypes()).forEach(needed -> collect(needed, type, constructors));
    }

    private static RuntimeException fault(Collection<Message> messages) {
        Message first = messages.iterator().next();
        return first.getCause() == null ? new PluginRefusal(first.getMessage()) : new PluginFault(first.getCause());
    }

    private static final class Bindings extends AbstractModule {
        private final PluginContext context;
        private final Map<Class<?>, Constructor<?>> constructors;

        private Bindings(PluginContext context, Map<Class<?>, Constructor<?>> constructors) {
            this.context = context;
            this.constructors = constructors;
        }

        @Override
        protected void configure() {
            binder().disableCircularProxies();
            bind(PluginContext.class).toInstance(context);
            bind(CommandCatalog.class).toInstance(context.commands());
            constructors.values().forEach(this::bindConstructor);
        }

        private <T> void bindConstructor(Constructor<T> constructor) {
            bind(constructor.getDeclaringClass()).toConstructor(constructor).in(Singleton.class);
        }
    }
}
