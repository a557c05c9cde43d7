package dev.odinbot.api.freeze;

import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What others can see of a type, line by line: first the type, then its members, sorted. */
final class ApiSignature {

    private ApiSignature() {}

    static List<String> of(Class<?> type) {
        List<String> lines = new ArrayList<>();
        if (type.isRecord()) {
            lines.add("components" + parenthesised(Stream.of(type.getRecordComponents()), ApiSignature::component));
        }
        if (type.isSealed()) {
            lines.add("permits "
                    + Stream.of(type.getPermittedSubclasses())
                            .map(Class::getTypeName)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field)) {
                lines.add(field(field));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isVisible(constructor) && !type.isRecord()) {
                lines.add(modifiers(constructor.getModifiers())
                        + "new"
                        + parenthesised(Stream.of(constructor.getAnnotatedParameterTypes()), AnnotatedType::toString)
                        + thrown(constructor.getAnnotatedExceptionTypes()));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isVisible(method) && !isGenerated(type, method)) {
                lines.add(method(type, method));
            }
        }
        lines.replaceAll(line -> "    " + shortened(line));
        Collections.sort(lines);
        lines.add(0, shortened(header(type)));
        return lines;
    }

    private static String header(Class<?> type) {
        StringBuilder header = new StringBuilder(
                        type.isInterface() || type.isRecord() || type.isEnum()
                                ? ""
                                : modifiers(type.getModifiers() & ~Modifier.STATIC))
                .append(kind(type))
                .append(type.getTypeName())
                .append(typeParameters(type.getTypeParameters()));
        Class<?> superclass = type.getSuperclass();
        if (superclass != null && superclass != Object.class && !type.isEnum() && !type.isRecord()) {
            header.append(" extends ").append(type.getGenericSuperclass().getTypeName());
        }
        if (!type.isAnnotation() && type.getInterfaces().length > 0) {
            header.append(" implements ")
                    .append(Stream.of(type.getGenericInterfaces())
                            .map(java.lang.reflect.Type::getTypeName)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return annotations(type) + header;
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface ";
        }
        return type.isInterface() ? "interface " : type.isEnum() ? "enum " : type.isRecord() ? "record " : "class ";
    }

    private static String field(Field field) {
        if (field.isEnumConstant()) {
            return "constant " + field.getName();
        }
        return modifiers(field.getModifiers()) + field.getAnnotatedType() + " " + field.getName() + value(field);
    }

    /** A constant of a simple type is compiled into those who use it, so its value is part of the promise. */
    private static String value(Field field) {
        boolean simple = field.getType().isPrimitive() || field.getType() == String.class;
        if (!simple || !Modifier.isStatic(field.getModifiers()) || !Modifier.isFinal(field.getModifiers())) {
            return "";
        }
        try {
            return " = " + field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError("A visible constant can be read", e);
        }
    }

    private static String method(Class<?> type, Method method) {
        String parameters =
                parenthesised(Stream.of(method.getParameters()), one -> annotations(one) + one.getAnnotatedType());
        Object preset = method.getDefaultValue();
        return annotations(method)
                + (method.isDefault() ? "default " : "")
                + (type.isInterface()
                        ? modifiers(method.getModifiers()).replace("abstract ", "")
                        : modifiers(method.getModifiers()))
                + typeParameters(method.getTypeParameters(), " ")
                + method.getAnnotatedReturnType()
                + " "
                + method.getName()
                + (method.isVarArgs() ? parameters.replaceFirst("\\[]\\)$", "...)") : parameters)
                + thrown(method.getAnnotatedExceptionTypes())
                + (preset == null ? "" : " default " + literal(preset));
    }

    private static String literal(Object preset) {
        return preset instanceof String ? "\"" + preset + "\"" : preset.toString();
    }

    private static String component(RecordComponent component) {
        return component.getAnnotatedType() + " " + component.getName();
    }

    private static <T> String parenthesised(Stream<T> parts, java.util.function.Function<T, String> text) {
        return parts.map(text).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String thrown(AnnotatedType[] types) {
        return types.length == 0
                ? ""
                : Stream.of(types)
                        .map(AnnotatedType::toString)
                        .sorted()
                        .collect(Collectors.joining(", ", " throws ", ""));
    }

    private static String typeParameters(java.lang.reflect.TypeVariable<?>[] parameters) {
        return typeParameters(parameters, "");
    }

    private static String typeParameters(java.lang.reflect.TypeVariable<?>[] parameters, String behind) {
        if (parameters.length == 0) {
            return "";
        }
        return Stream.of(parameters)
                .map(parameter -> parameter.getName()
                        + Stream.of(parameter.getAnnotatedBounds())
                                .map(AnnotatedType::toString)
                                .filter(bound -> !bound.equals("java.lang.Object"))
                                .collect(Collectors.joining(" & ", " extends ", ""))
                                .replaceFirst(" extends $", ""))
                .collect(Collectors.joining(", ", "<", ">" + behind));
    }

    /** Those of the language that bind whoever uses the element; {@code @Nullable} is part of the types. */
    private static String annotations(AnnotatedElement element) {
        return Stream.of(element.getDeclaredAnnotations())
                .filter(one -> List.of(Target.class, Retention.class, FunctionalInterface.class, Deprecated.class)
                        .contains(one.annotationType()))
                .map(ApiSignature::annotation)
                .sorted()
                .collect(Collectors.joining());
    }

    private static String annotation(Annotation one) {
        if (one instanceof Target target) {
            return "@Target" + Arrays.stream(target.value()).sorted().toList() + " ";
        }
        return one instanceof Retention retention
                ? "@Retention[" + retention.value() + "] "
                : "@" + one.annotationType().getSimpleName() + " ";
    }

    private static String modifiers(int all) {
        int shown = all & (Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT);
        return shown == 0 ? "" : Modifier.toString(shown) + " ";
    }

    static boolean isVisible(Class<?> type) {
        boolean itself = (type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
        return itself && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }

    private static boolean isVisible(Member member) {
        return !member.isSynthetic() && (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    /** What every enum and record has, and what says the same as a record's components. */
    private static boolean isGenerated(Class<?> type, Method method) {
        if (type.isEnum()) {
            return method.getName().equals("values") || method.getName().equals("valueOf");
        }
        return type.isRecord()
                && (method.getDeclaringClass() == type
                                && List.of("equals", "hashCode", "toString").contains(method.getName())
                        || Stream.of(type.getRecordComponents())
                                .anyMatch(component -> component.getAccessor().equals(method)));
    }

    private static String shortened(String line) {
        return line.replace("dev.odinbot.api.", "")
                .replace("org.jspecify.annotations.", "")
                .replaceAll("\\bjava\\.(lang|util|util\\.concurrent|time|net)\\.(?=[A-Z])", "")
                .replace("()@", "@")
                .replace("@Nullable()", "@Nullable")
                .replace('$', '.');
    }
}
