package dev.odinbot.command;

import dev.odinbot.api.Between;
import dev.odinbot.api.audio.Player;
import dev.odinbot.api.command.Alias;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.command.Description;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.command.Rest;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.command.CommandMethod.Invocation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Reads the annotated methods of a handler and finds every mistake in them. */
final class HandlerReader {

    private final Map<Class<?>, Function<CommandCall, Object>> injected;

    HandlerReader(CommandCatalog catalog) {
        injected = Map.of(
                Room.class, CommandCall::room,
                Peer.class, CommandCall::sender,
                Player.class, CommandCall::player,
                CommandCatalog.class, call -> catalog);
    }

    /** @throws IllegalArgumentException with all mistakes, each with class and method */
    List<CommandMethod> read(Object handler) {
        List<String> mistakes = new ArrayList<>();
        List<CommandMethod> commands = new ArrayList<>();
        for (Method method : methods(handler.getClass())) {
            List<String> faults = new ArrayList<>();
            read(handler, method, faults).ifPresent(commands::add);
            faults.forEach(fault -> mistakes.add(handler.getClass().getName() + "." + method.getName() + ": " + fault));
        }
        if (commands.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(handler.getClass().getName() + ": no method has @Command");
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

    private Optional<CommandMethod> read(Object handler, Method method, List<String> faults) {
        Command command = method.getAnnotation(Command.class);
        if (command == null) {
            if (method.isAnnotationPresent(Alias.class) || method.isAnnotationPresent(Description.class)) {
                faults.add("has @Alias or @Description but no @Command");
            }
            return Optional.empty();
        }
        if (Modifier.isStatic(method.getModifiers())) {
            faults.add("must not be static");
        }
        checkReturnType(method.getGenericReturnType(), faults);
        Signature signature = Signature.parse(command.value(), faults);
        Alias alias = method.getAnnotation(Alias.class);
        List<String> aliases = alias == null
                ? List.of()
                : Arrays.stream(alias.value())
                        .map(name -> Signature.name(name, faults))
                        .toList();
        Description description = method.getAnnotation(Description.class);
        List<Argument> arguments = new ArrayList<>();
        List<Function<Invocation, Object>> values = values(method, signature, arguments, faults);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CommandMethod(
                signature.name(),
                aliases,
                signature.usage(),
                description == null ? "" : description.value(),
                arguments,
                values,
                method.getReturnType() == void.class,
                handle(handler, method)));
    }

    private static void checkReturnType(Type type, List<String> faults) {
        boolean stage = type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw
                && CompletionStage.class.isAssignableFrom(raw)
                && generic.getActualTypeArguments()[0] == Reply.class;
        if (type != Reply.class && type != void.class && !stage) {
            faults.add("returns " + type.getTypeName() + "; it can return Reply, CompletionStage<Reply> or nothing");
        }
    }

    /** Where each parameter's value comes from; fills {@code arguments} in the order of the signature. */
    private List<Function<Invocation, Object>> values(
            Method method, Signature signature, List<Argument> arguments, List<String> faults) {
        List<String> names = Arrays.stream(method.getParameters())
                .filter(parameter -> !injected.containsKey(parameter.getType()))
                .map(Parameter::getName)
                .toList();
        if (Arrays.stream(method.getParameters()).anyMatch(parameter -> !parameter.isNamePresent())) {
            faults.add("was compiled without parameter names; compile with -parameters");
            return List.of();
        }
        for (Signature.Slot slot : signature.slots()) {
            if (!names.contains(slot.name())) {
                faults.add("argument '" + slot.name() + "' has no parameter of that name");
            }
        }
        Argument[] inOrder = new Argument[signature.slots().size()];
        List<Function<Invocation, Object>> values = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            Function<CommandCall, Object> injection = injected.get(parameter.getType());
            if (injection != null) {
                if (parameter.isAnnotationPresent(Rest.class) || parameter.isAnnotationPresent(Between.class)) {
                    faults.add("parameter '" + parameter.getName() + "' is injected and cannot have @Rest or @Between");
                }
                values.add(invocation -> injection.apply(invocation.call()));
                continue;
            }
            int index = signature.slots().stream()
                    .map(Signature.Slot::name)
                    .toList()
                    .indexOf(parameter.getName());
            if (index < 0) {
                faults.add("parameter '" + parameter.getName() + "' is no argument of the command, and "
                        + parameter.getType().getSimpleName()
                        + " cannot be injected; that can Room, Peer, Player and CommandCatalog");
                continue;
            }
            boolean last = index == inOrder.length - 1;
            inOrder[index] = ArgumentTypes.argument(signature.slots().get(index), last, parameter, faults);
            values.add(invocation -> invocation.arguments().get(index));
        }
        if (faults.isEmpty()) {
            arguments.addAll(List.of(inOrder));
        }
        return values;
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
