package dev.odinbot.command.argument;

import dev.odinbot.signature.CommandSignature;
import dev.odinbot.signature.CommandSignature.Source;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The loaded classes of a command's values, without Optional and List around them. */
public final class ValueTypes {

    private final Map<Source, Class<?>> types = new HashMap<>();

    /** @param command read from {@code method}, without faults */
    public ValueTypes(CommandSignature command, Method method) {
        List<Source> sources = command.sources();
        for (int i = 0; i < sources.size(); i++) {
            types.put(sources.get(i), valueType(method.getGenericParameterTypes()[i]));
        }
    }

    private static Class<?> valueType(Type type) {
        if (type instanceof ParameterizedType generic) {
            return valueType(generic.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    Class<?> argument(int index) {
        return types.getOrDefault(new Source.Argument(index), Object.class);
    }

    Class<?> flag(int index) {
        return types.getOrDefault(new Source.Flag(index), Object.class);
    }
}
