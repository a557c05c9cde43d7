package dev.odinbot.config;

import dev.odinbot.api.Between;
import dev.odinbot.config.YamlNode.Kind;
import dev.odinbot.config.YamlNode.Scalar;
import java.lang.reflect.AnnotatedType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the single values: texts, whole and decimal numbers, booleans, enum constants. */
final class ScalarBinder {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[-+]?\\d{1,18}");
    private static final Pattern DECIMAL_NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    private static final Map<Class<?>, Object> EMPTY = Map.ofEntries(
            Map.entry(String.class, ""),
            Map.entry(int.class, 0),
            Map.entry(Integer.class, 0),
            Map.entry(long.class, 0L),
            Map.entry(Long.class, 0L),
            Map.entry(double.class, 0.0),
            Map.entry(Double.class, 0.0),
            Map.entry(boolean.class, false),
            Map.entry(Boolean.class, false),
            Map.entry(Optional.class, Optional.empty()),
            Map.entry(List.class, List.of()),
            Map.entry(Map.class, Map.of()),
            Map.entry(Section.class, Section.empty()));

    private final FaultLog log;
    private final String path;

    ScalarBinder(FaultLog log, String path) {
        this.log = log;
        this.path = path;
    }

    /** The value, or nothing when it was at fault, which has then been reported. */
    Optional<?> value(AnnotatedType type, Class<?> raw, YamlNode node) {
        if (raw == String.class) {
            return text(node);
        }
        if (raw == int.class || raw == Integer.class) {
            return wholeNumber(type, node, Integer.MIN_VALUE, Integer.MAX_VALUE).map(Math::toIntExact);
        }
        if (raw == long.class || raw == Long.class) {
            return wholeNumber(type, node, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (raw == double.class || raw == Double.class) {
            return literal(node)
                    .filter(text -> DECIMAL_NUMBER.matcher(text).matches())
                    .map(Double::valueOf)
                    .or(() -> wrongType(node, "a number", "Write for instance 1.5, without quotes."));
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return literal(node)
                    .filter(List.of("true", "false")::contains)
                    .map(Boolean::valueOf)
                    .or(() -> wrongType(node, "true or false", "Write true or false, without quotes."));
        }
        if (raw.isEnum()) {
            return constant(raw, node);
        }
        throw new IllegalStateException(path + " has a type that config files do not know: " + type);
    }

    private Optional<String> text(YamlNode node) {
        if (node instanceof Scalar scalar && scalar.kind() != Kind.NONE) {
            return Optional.of(scalar.text());
        }
        return wrongType(
                node,
                "a text",
                "Write for instance \"some text\"; \"\" for none; a text with one of ! * & # : in quotes.");
    }

    private Optional<Long> wholeNumber(AnnotatedType type, YamlNode node, long lowest, long highest) {
        Between between = type.getAnnotation(Between.class);
        long min = between == null ? lowest : Math.max(lowest, between.min());
        long max = between == null ? highest : Math.min(highest, between.max());
        String range = between == null ? "" : " from " + min + " to " + max;
        Optional<Long> number = literal(node)
                .filter(text -> WHOLE_NUMBER.matcher(text).matches())
                .map(Long::valueOf);
        if (number.isEmpty()) {
            return wrongType(
                    node,
                    "a whole number" + range,
                    "Write for instance " + Math.max(min, Math.min(max, 10)) + ", without quotes.");
        }
        if (number.get() < min || number.get() > max) {
            log.add(
                    node.position(),
                    path,
                    "found " + shown((Scalar) node) + ", which is out of range",
                    "Write a whole number from " + min + " to " + max + ".");
            return Optional.empty();
        }
        return number;
    }

    private static String shown(Scalar scalar) {
        return scalar.kind() == Kind.FROM_VARIABLE ? scalar.description() : scalar.text();
    }

    private Optional<?> constant(Class<?> type, YamlNode node) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
            constants.put(Names.kebabCase((Enum<?>) constant), constant);
        }
        String remedy = "Write one of " + String.join(", ", constants.keySet()) + ".";
        return (node instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.<String>empty())
                .map(constants::get)
                .or(() -> wrongType(node, "a word of a fixed set", remedy).map(never -> never));
    }

    /** What a number or a boolean is written as; a quoted one is a text and does not count. */
    private static Optional<String> literal(YamlNode node) {
        return node instanceof Scalar scalar && scalar.kind() != Kind.TEXT && scalar.kind() != Kind.NONE
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    private <T> Optional<T> wrongType(YamlNode node, String expected, String remedy) {
        log.add(node.position(), path, "expected " + expected + ", found " + node.description(), remedy);
        return Optional.empty();
    }

    /** What stands in for a value at fault. */
    static @Nullable Object empty(Class<?> raw) {
        if (raw.isEnum()) {
            return Arrays.asList(raw.getEnumConstants()).get(0);
        }
        return EMPTY.get(raw);
    }
}
