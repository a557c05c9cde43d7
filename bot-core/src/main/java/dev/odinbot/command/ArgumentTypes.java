package dev.odinbot.command;

import dev.odinbot.api.Between;
import dev.odinbot.api.command.Rest;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Which parameter types can be arguments, and how text becomes one. */
final class ArgumentTypes {

    private static final String KNOWN = "String, int, long, OptionalInt or Optional<String>";

    private ArgumentTypes() {}

    /** The argument for a parameter; what does not fit goes to {@code faults}. */
    static Argument argument(Signature.Slot slot, boolean last, Parameter parameter, List<String> faults) {
        Type type = parameter.getParameterizedType();
        boolean number = type == int.class || type == long.class || type == OptionalInt.class;
        boolean optional = type == OptionalInt.class || isOptionalString(type);
        boolean rest = parameter.isAnnotationPresent(Rest.class);
        Between between = parameter.getAnnotation(Between.class);
        String argument = "argument '" + slot.name() + "' ";

        if (!number && !optional && type != String.class) {
            faults.add(argument + "has type " + type.getTypeName() + "; it can be " + KNOWN);
        } else if (slot.required() == optional) {
            faults.add(argument + "is " + (optional ? "optional by its type but <required> in" : "[optional] in")
                    + " the usage; use " + (optional ? "[" + slot.name() + "]" : "OptionalInt or Optional<String>"));
        }
        if (rest && !last) {
            faults.add(argument + "has @Rest but is not the last one");
        }
        if (rest && number) {
            faults.add(argument + "has @Rest but is a number");
        }
        if (between != null && !number) {
            faults.add(argument + "has @Between but is no number");
        }
        if (between != null && between.min() > between.max()) {
            faults.add(argument + "has an empty range " + between.min() + " to " + between.max());
        }
        Object absent = type == OptionalInt.class ? OptionalInt.empty() : Optional.empty();
        return new Argument(slot.name(), slot.required(), rest, converter(type, between), absent);
    }

    private static Converter converter(Type type, @Nullable Between between) {
        long min = between == null ? Long.MIN_VALUE : between.min();
        long max = between == null ? Long.MAX_VALUE : between.max();
        if (type == long.class) {
            return new WholeNumber(min, max, Long::valueOf);
        }
        long intMin = Math.max(min, Integer.MIN_VALUE);
        long intMax = Math.min(max, Integer.MAX_VALUE);
        if (type == int.class) {
            return new WholeNumber(intMin, intMax, Math::toIntExact);
        }
        if (type == OptionalInt.class) {
            return new WholeNumber(intMin, intMax, number -> OptionalInt.of(Math.toIntExact(number)));
        }
        return isOptionalString(type) ? text -> new Conversion.Converted(Optional.of(text)) : Conversion.Converted::new;
    }

    private static boolean isOptionalString(Type type) {
        return type instanceof ParameterizedType generic
                && generic.getRawType() == Optional.class
                && generic.getActualTypeArguments()[0] == String.class;
    }
}
