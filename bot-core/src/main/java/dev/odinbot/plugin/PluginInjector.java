package dev.odinbot.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.ProvisionException;
import com.google.inject.Singleton;
import com.google.inject.spi.Message;
import dev.odinbot.api.Plugin;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes a plugin and the classes of its own that its constructors ask for, one instance of each, without annotations.
 *
 * <p>Every plugin has an injector to itself, which goes away with it; a child of the host's would keep its classes alive.
 */
final class PluginInjector {

    private final Map<Class<?>, Object> services;
    private final Map<Class<?>, Constructor<?>> constructors = new LinkedHashMap<>();

    private PluginInjector(Map<Class<?>, Object> services) {
        this.services = services;
    }

    /**
     * @param services what constructors can have of the host, by its type
     * @throws PluginRefusal when they ask for something else
     * @throws ConstructorFault when a constructor throws
     */
    static Plugin create(Class<? extends Plugin> type, Map<Class<?>, Object> services) {
        PluginInjector injector = new PluginInjector(services);
        injector.collect(type, List.of());
        try {
            return Guice.createInjector(injector.new Bindings()).getInstance(type);
        } catch (CreationException e) {
            throw fault(e.getErrorMessages());
        } catch (ProvisionException e) {
            throw fault(e.getErrorMessages());
        }
    }

    private void collect(Class<?> type, List<Class<?>> askers) {
        if (askers.contains(type)) {
            String circle = askers.subList(askers.indexOf(type), askers.size()).stream()
                    .map(Class::getName)
                    .collect(Collectors.joining(" needs "));
            throw new PluginRefusal("its constructors ask for each other: " + circle + " needs " + type.getName());
        }
        if (constructors.containsKey(type) || services.containsKey(type)) {
            return;
        }
        if (!askers.isEmpty() && !isOwn(type, askers.get(0))) {
            throw new PluginRefusal("the constructor of "
                    + askers.get(askers.size() - 1).getName() + " asks for " + type.getName() + "; it can have "
                    + offered() + " and classes of the plugin");
        }
        Constructor<?>[] candidates = type.getDeclaredConstructors();
        if (candidates.length != 1) {
            throw new PluginRefusal(type.getName() + " has " + candidates.length + " constructors; it must have one");
        }
        List<Class<?>> path = new ArrayList<>(askers);
        path.add(type);
        Arrays.stream(candidates[0].getParameterTypes()).forEach(needed -> collect(needed, path));
        constructors.put(type, candidates[0]);
    }

    private static boolean isOwn(Class<?> type, Class<?> plugin) {
        return type.getClassLoader() == plugin.getClassLoader();
    }

    private String offered() {
        return services.keySet().stream().map(Class::getSimpleName).sorted().collect(Collectors.joining(", "));
    }

    private static RuntimeException fault(Collection<Message> messages) {
        Message first = messages.iterator().next();
        return first.getCause() == null
                ? new PluginRefusal(first.getMessage())
                : new ConstructorFault(first.getCause());
    }

    /** A constructor of the plugin threw {@link #getCause}. */
    static final class ConstructorFault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private ConstructorFault(Throwable cause) {
            super(cause);
        }
    }

    private final class Bindings extends AbstractModule {

        @Override
        protected void configure() {
            binder().disableCircularProxies();
            services.forEach(this::bindService);
            constructors.values().forEach(this::bindConstructor);
        }

        private <T> void bindService(Class<T> type, Object service) {
            bind(type).toInstance(type.cast(service));
        }

        private <T> void bindConstructor(Constructor<T> constructor) {
            bind(constructor.getDeclaringClass()).toConstructor(constructor).in(Singleton.class);
        }
    }
}
