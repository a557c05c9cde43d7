package dev.odinbot.command;

import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.command.Converter;
import dev.odinbot.command.argument.Arguments;
import dev.odinbot.command.argument.Binding;
import dev.odinbot.command.requirement.Requirements;
import dev.odinbot.signature.CommandSignature;
import dev.odinbot.signature.CommandSignature.Source;
import dev.odinbot.signature.Injection;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A handler's method as a command.
 *
 * @param requirements as declared; an operator may have changed them
 * @param handle takes the handler's parameters as an array
 * @param classLoader of the handler
 * @param catalog for parameters of that type
 */
record CommandMethod(
        CommandSignature signature,
        Arguments arguments,
        Requirements requirements,
        MethodHandle handle,
        ClassLoader classLoader,
        CommandCatalog catalog) {

    /** The words that call it. */
    String words() {
        return signature.words();
    }

    /** The words that call it, then those of its aliases. */
    List<String> names() {
        return Stream.concat(Stream.of(signature.words()), signature.aliases().stream())
                .toList();
    }

    /** Whether the method returns nothing. */
    boolean silent() {
        return signature.silent();
    }

    /**
     * Reads and converts what was typed, with the plugin's context class loader. What a plugin's converter throws comes out.
     *
     * @param text all behind the command's words
     */
    Binding bind(String text, CommandCall call) {
        return inPlugin(() -> arguments.bind(text, new Converter.Call(call.room(), call.sender())));
    }

    /** What the plugin's own converters suggest, one list per argument, then one per flag. */
    List<List<String>> suggestions(Converter.Call call) {
        return inPlugin(() -> arguments.suggestions(call));
    }

    private <T> T inPlugin(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classLoader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Runs the method on the calling thread, whose context class loader is the plugin's meanwhile. */
    @Nullable
    Object invoke(CommandCall call, Binding.Bound bound) throws Throwable {
        List<Source> sources = signature.sources();
        @Nullable Object[] parameters = new @Nullable Object[sources.size()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = parameter(sources.get(i), call, bound);
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classLoader);
        try {
            return (Object) handle.invokeExact(parameters);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private @Nullable Object parameter(Source source, CommandCall call, Binding.Bound bound) {
        if (source instanceof Source.Argument argument) {
            return bound.values()[argument.index()];
        }
        if (source instanceof Source.Flag flag) {
            return bound.values()[signature.arguments().size() + flag.index()];
        }
        Injection what = ((Source.Injected) source).what();
        return switch (what) {
            case ROOM -> call.room();
            case SENDER -> call.sender();
            case PLAYER -> call.player();
            case CATALOG -> catalog;
        };
    }
}
