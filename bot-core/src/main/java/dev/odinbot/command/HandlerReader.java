package dev.odinbot.command;

import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.command.argument.Arguments;
import dev.odinbot.command.argument.OwnConverters;
import dev.odinbot.command.argument.ValueTypes;
import dev.odinbot.command.requirement.Requirements;
import dev.odinbot.signature.CommandSignature;
import dev.odinbot.signature.Fault;
import dev.odinbot.signature.MethodRules;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the annotated methods of a plugin's handlers and finds every mistake in them. */
final class HandlerReader {

    private final String plugin;
    private final OwnConverters converters;
    private final CommandCatalog catalog;

    HandlerReader(String plugin, OwnConverters converters, CommandCatalog catalog) {
        this.plugin = plugin;
        this.converters = converters;
        this.catalog = catalog;
    }

    /**
     * The commands of a handler; none when it has only listeners.
     *
     * @throws IllegalArgumentException with all mistakes, each with class and method
     */
    List<CommandMethod> read(Object handler) {
        List<String> mistakes = new ArrayList<>();
        List<CommandMethod> commands = new ArrayList<>();
        boolean declares = false;
        for (Method method : methods(handler.getClass())) {
            List<String> faults = new ArrayList<>();
            // Only arguments go by their names.
            if (!method.isAnnotationPresent(dev.odinbot.api.command.Command.class)
                    || Arrays.stream(method.getParameters()).allMatch(Parameter::isNamePresent)) {
                MethodRules rules = MethodRules.read(method);
                declares |= rules.command().isPresent()
                        || rules.listens()
                        || rules.schedule().isPresent();
                rules.faults().stream().map(Fault::problem).forEach(faults::add);
                if (faults.isEmpty()) {
                    rules.command()
                            .flatMap(signature -> command(handler, method, signature, faults))
                            .ifPresent(commands::add);
                }
            } else {
                faults.add("was compiled without parameter names; compile with -parameters");
            }
            faults.forEach(fault -> mistakes.add(handler.getClass().getName() + "." + method.getName() + ": " + fault));
        }
        if (!declares && mistakes.isEmpty()) {
            mistakes.add(handler.getClass().getName() + ": no method has @Command, @Listen or @Schedule");
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", mistakes));
        }
        return commands;
    }

    /** In a fixed order, which reflection does not promise. */
    private static List<Method> methods(Class<?> handler) {
        List<Method> methods = new ArrayList<>();
        for (Class<?> type = handler; type != null && type != Object.class; type = type.getSuperclass()) {
            methods.addAll(Arrays.asList(type.getDeclaredMethods()));
        }
        methods.removeIf(Method::isSynthetic);
        methods.sort(Comparator.comparing(Method::getName).thenComparing(Method::toString));
        return methods;
    }

    private Optional<CommandMethod> command(
            Object handler, Method method, CommandSignature signature, List<String> faults) {
        Arguments arguments = Arguments.of(signature, new ValueTypes(signature, method), converters, faults);
        Requirements requirements = Requirements.read(method, plugin, signature.words(), faults);
        return faults.isEmpty()
                ? Optional.of(new CommandMethod(
                        signature,
                        arguments,
                        requirements,
                        handle(handler, method),
                        handler.getClass().getClassLoader(),
                        catalog))
                : Optional.empty();
    }

    private static MethodHandle handle(Object handler, Method method) {
        // Handlers and their methods need not be public.
        method.setAccessible(true);
        try {
            return MethodHandles.lookup()
                    .unreflect(method)
                    .bindTo(handler)
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(method + " cannot be called", e);
        }
    }
}
