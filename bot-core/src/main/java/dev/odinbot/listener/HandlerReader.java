package dev.odinbot.listener;

import dev.odinbot.api.event.Listen;
import dev.odinbot.api.event.Schedule;
import dev.odinbot.signature.MethodRules;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds what a handler listens to and when it wants to be run. */
final class HandlerReader {

    private HandlerReader() {}

    /** Each annotated method, in an order that is the same every time, with what it declares. */
    static Map<Method, MethodRules> read(Object handler) {
        Map<Method, MethodRules> found = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        Stream.<Class<?>>iterate(handler.getClass(), type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method ->
                        method.isAnnotationPresent(Listen.class) || method.isAnnotationPresent(Schedule.class))
                .filter(method -> !method.isSynthetic())
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
                .forEach(method -> {
                    MethodRules rules = MethodRules.read(method);
                    String name = handler.getClass().getName() + "." + method.getName() + ": ";
                    rules.faults().forEach(fault -> faults.add(name + fault.problem()));
                    method.setAccessible(true); // a handler and its methods need not be public
                    found.put(method, rules);
                });
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return found;
    }
}
