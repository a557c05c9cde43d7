package dev.odinbot.command;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A handler's method as a command.
 *
 * @param values one per parameter of the method, in order: takes it from the call or from the converted arguments
 * @param silent whether the method returns nothing
 * @param handle takes the handler's parameters as an array
 */
record CommandMethod(
        String name,
        List<String> aliases,
        String usage,
        String description,
        List<Argument> arguments,
        List<Function<Invocation, Object>> values,
        boolean silent,
        MethodHandle handle) {

    /** @param arguments converted, in the order of the command's arguments */
    record Invocation(CommandCall call, List<Object> arguments) {}

    /** The name, then the aliases. */
    List<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream()).toList();
    }

    @Nullable
    Object invoke(Invocation invocation) throws Throwable {
        Object[] parameters =
                values.stream().map(value -> value.apply(invocation)).toArray();
        return handle.invokeExact(parameters);
    }
}
