package dev.odinbot.plugin;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** The host's services as one plugin has them: until its end. Any thread. */
final class Lease {

    private final String plugin;
    private volatile boolean ended;

    Lease(String plugin) {
        this.plugin = plugin;
    }

    /** What {@code service} does, and after the end nothing but {@link IllegalStateException}. */
    <T> T of(Class<T> type, T service) {
        if (!type.isInterface()) {
            return service; // a value such as the clock
        }
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() != Object.class) {
                check();
            }
            return call(service, method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(Lease.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object service, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    void check() {
        if (ended) {
            throw new IllegalStateException("Plugin " + plugin + " has been stopped");
        }
    }

    void end() {
        ended = true;
    }
}
