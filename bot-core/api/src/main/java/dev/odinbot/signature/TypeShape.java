package dev.odinbot.signature;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A type as a class file or a source shows it.
 *
 * @param name canonical, for instance {@code int} or {@code java.util.List}
 * @param arguments of a generic type
 * @param constants names, when it is an enum
 */
record TypeShape(String name, Form form, List<TypeShape> arguments, List<String> constants) {

    /** What kind of type it is; arrays, type variables and wildcards are OTHER. */
    public enum Form {
        PRIMITIVE,
        DECLARED,
        OTHER
    }

    static final TypeShape NOTHING = new TypeShape("void", Form.PRIMITIVE, List.of(), List.of());

    /** The shape of a loaded type. */
    public static TypeShape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return new TypeShape(
                    name((Class<?>) generic.getRawType()),
                    Form.DECLARED,
                    Arrays.stream(generic.getActualTypeArguments())
                            .map(TypeShape::of)
                            .toList(),
                    List.of());
        }
        if (!(type instanceof Class<?> plain) || plain.isArray()) {
            return new TypeShape(type.getTypeName(), Form.OTHER, List.of(), List.of());
        }
        Object[] constants = plain.getEnumConstants();
        return new TypeShape(
                name(plain),
                plain.isPrimitive() ? Form.PRIMITIVE : Form.DECLARED,
                List.of(),
                constants == null
                        ? List.of()
                        : Arrays.stream(constants)
                                .map(constant -> ((Enum<?>) constant).name())
                                .toList());
    }

    private static String name(Class<?> type) {
        String canonical = type.getCanonicalName();
        return canonical == null ? type.getName() : canonical;
    }

    boolean is(String canonicalName) {
        return name.equals(canonicalName);
    }

    /** Whether it is that type of {@code argument}. */
    boolean is(String canonicalName, String argument) {
        return is(canonicalName) && arguments.size() == 1 && arguments.get(0).is(argument);
    }

    /** Its name without package. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** As it is written in a source, without packages: {@code List<Integer>}. */
    @Override
    public String toString() {
        return arguments.isEmpty()
                ? simpleName()
                : simpleName()
                        + arguments.stream().map(TypeShape::toString).collect(Collectors.joining(", ", "<", ">"));
    }
}
