package dev.odinbot.config;

import dev.odinbot.api.Default;
import dev.odinbot.config.YamlNode.Entry;
import dev.odinbot.config.YamlNode.Kind;
import dev.odinbot.config.YamlNode.Mapping;
import dev.odinbot.config.YamlNode.Scalar;
import dev.odinbot.config.YamlNode.Sequence;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of nodes. Never stops at a fault: what is wrong is reported and stands in as an empty value, so that
 * everything else is looked at too.
 */
final class Binder {

    private final FaultLog log;
    private final List<Runnable> checks = new ArrayList<>();
    private boolean complete = true;

    private Binder(FaultLog log) {
        this.log = log;
    }

    /** @throws ConfigException with every fault of the log and of the mapping */
    static <T extends Record> T bindAll(Class<T> type, Mapping mapping, String path, FaultLog log) {
        Binder binder = new Binder(log);
        Object made = binder.section(type, mapping, path);
        if (binder.complete) {
            binder.checks.forEach(Runnable::run);
        }
        log.throwIfAny();
        return Objects.requireNonNull(type.cast(made));
    }

    private @Nullable Object value(AnnotatedType type, YamlNode node, String path) {
        log.located(path, node.position());
        Class<?> raw = raw(type.getType());
        if (node instanceof Scalar scalar && unusable(scalar, path)) {
            return empty(type);
        }
        if (raw == Optional.class) {
            return Optional.ofNullable(value(argument(type, 0), node, path));
        }
        if (raw == List.class) {
            return list(argument(type, 0), node, path);
        }
        if (raw == Map.class || raw == Section.class || raw.isRecord()) {
            return keyed(type, raw, node, path);
        }
        Optional<?> single = new ScalarBinder(log, path).value(type, raw, node);
        return single.isPresent() ? single.get() : empty(type);
    }

    private boolean unusable(Scalar scalar, String path) {
        if (scalar.kind() == Kind.ALIAS) {
            log.add(
                    scalar.position(),
                    path,
                    "a value that begins with * refers to another one, which is not supported",
                    "Put the value in quotes, or write it out.");
        }
        return scalar.kind() == Kind.ALIAS || scalar.kind() == Kind.BROKEN;
    }

    private List<?> list(AnnotatedType element, YamlNode node, String path) {
        if (!(node instanceof Sequence sequence)) {
            if (!nothing(node)) {
                wrongType(
                        node,
                        path,
                        "a list",
                        "Write for instance [first, second], or one element a line after \"- \".");
            }
            return List.of();
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            values.add(value(element, item, FaultLog.child(path, values.size())));
        }
        return Collections.unmodifiableList(values);
    }

    /** Sections, records and maps. Nothing after the colon is no fault: all keys may be commented out. */
    private @Nullable Object keyed(AnnotatedType type, Class<?> raw, YamlNode node, String path) {
        Mapping mapping = node instanceof Mapping given ? given : Mapping.empty(node.position());
        if (mapping != node && !nothing(node)) {
            wrongType(node, path, "a section", "Put its keys on the lines below, indented; {} for none.");
            return empty(type);
        }
        if (raw == Section.class) {
            return new BoundSection(log.file(), path, mapping);
        }
        return raw == Map.class
                ? map(argument(type, 1), unique(mapping, path).values(), path)
                : section(raw, mapping, path);
    }

    private Map<String, ?> map(AnnotatedType valueType, Collection<Entry> entries, String path) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Entry entry : entries) {
            values.put(entry.key(), value(valueType, entry.value(), FaultLog.child(path, entry.key())));
        }
        return Collections.unmodifiableMap(values);
    }

    private Map<String, Entry> unique(Mapping mapping, String path) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            Entry first = entries.putIfAbsent(entry.key(), entry);
            if (first != null) {
                log.add(
                        entry.position(),
                        FaultLog.child(path, entry.key()),
                        "this key is already on line " + first.position().line(),
                        "Remove one of the two.");
            }
        }
        return entries;
    }

    private @Nullable Object section(Class<?> type, Mapping mapping, String path) {
        log.located(path, mapping.position());
        Map<String, Entry> remaining = unique(mapping, path);
        List<@Nullable Object> values = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.isAnnotationPresent(RemainingKeys.class)) {
                known.add(key(component));
            }
        }
        Map<String, Entry> named = new LinkedHashMap<>(remaining);
        remaining.keySet().removeAll(known);
        boolean open = false;
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(RemainingKeys.class)) {
                open = true;
                values.add(map(argument(component.getAnnotatedType(), 1), remaining.values(), path));
            } else {
                values.add(component(component, named.get(key(component)), mapping, path));
            }
        }
        if (!open) {
            remaining.values().forEach(entry -> unknown(entry, known, path));
        }
        return make(type, values, mapping, path);
    }

    private void unknown(Entry entry, List<String> known, String path) {
        String remedy = Nearest.to(entry.key(), known)
                .map(nearest -> "Did you mean " + nearest + "?")
                .orElseGet(() -> "Known here: " + String.join(", ", known) + ".");
        log.add(entry.position(), FaultLog.child(path, entry.key()), "unknown key", remedy);
    }

    private @Nullable Object component(RecordComponent component, @Nullable Entry entry, Mapping around, String path) {
        AnnotatedType type = component.getAnnotatedType();
        String childPath = FaultLog.child(path, key(component));
        if (entry != null) {
            return value(type, entry.value(), childPath);
        }
        Default orElse = component.getAnnotation(Default.class);
        if (orElse != null) {
            FaultLog none = new FaultLog("@Default of " + component);
            Mapping wrapped = YamlTree.parse("value: " + orElse.value(), none);
            Object value = new Binder(none).value(type, wrapped.entries().get(0).value(), "");
            none.throwIfAny();
            return value;
        }
        Class<?> raw = raw(type.getType());
        if (raw.isRecord()) {
            return section(raw, Mapping.empty(around.position()), childPath);
        }
        if (raw != Optional.class) {
            log.add(around.position(), childPath, "this key is required", "Add it.");
        }
        return empty(type);
    }

    private @Nullable Object make(Class<?> type, List<@Nullable Object> values, Mapping mapping, String path) {
        Record made;
        try {
            made = Records.make(type, values);
        } catch (IllegalArgumentException e) {
            complete = false;
            if (!log.faultyWithin(path)) {
                log.add(mapping.position(), path, String.valueOf(e.getMessage()), "Change the section accordingly.");
            }
            return null;
        }
        if (made instanceof Checked checked) {
            checks.add(() -> checked.check(new Faults(log, path)));
        }
        return made;
    }

    /** What stands in for a value at fault. */
    private static @Nullable Object empty(AnnotatedType type) {
        Class<?> raw = raw(type.getType());
        if (raw.isRecord()) {
            return new Binder(new FaultLog("")).section(raw, Mapping.empty(Position.WHOLE_FILE), "");
        }
        return ScalarBinder.empty(raw);
    }

    private static boolean nothing(YamlNode node) {
        return node instanceof Scalar scalar && scalar.kind() == Kind.NONE;
    }

    private void wrongType(YamlNode node, String path, String expected, String remedy) {
        log.add(node.position(), path, "expected " + expected + ", found " + node.description(), remedy);
    }

    /** {@code tlsPort} → {@code tls-port}. */
    private static String key(RecordComponent component) {
        return Names.kebabCase(component.getName());
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }
}
