package dev.odinbot.signature;

import dev.odinbot.api.Between;
import dev.odinbot.api.Default;
import dev.odinbot.api.command.BetweenDecimals;
import dev.odinbot.api.command.OneOf;
import dev.odinbot.signature.ValueShape.Range;
import dev.odinbot.signature.ValueShape.Wrapping;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a parameter takes: its type, its range, its choices, its default. */
final class ValueRules {

    private static final String KNOWN =
            "String, int, long, double, boolean, an enum, Duration, Position, Percent, URI, "
                    + "Peer, UserId or a type with a converter of the plugin";
    private static final Map<String, Wrapping> WRAPPINGS = Map.of(
            "java.util.Optional", Wrapping.OPTIONAL,
            "java.util.OptionalInt", Wrapping.OPTIONAL_INT,
            "java.util.OptionalDouble", Wrapping.OPTIONAL_DOUBLE,
            "java.util.List", Wrapping.LIST);

    private final String subject;
    private final ParameterShape parameter;
    private final Fault.Collector faults;

    /** @param subject what faults call it, with a blank behind it */
    ValueRules(String subject, ParameterShape parameter, Fault.Collector faults) {
        this.subject = subject;
        this.parameter = parameter;
        this.faults = faults;
    }

    ValueShape read() {
        Wrapping wrapping = WRAPPINGS.getOrDefault(parameter.type().name(), Wrapping.NONE);
        TypeShape type = unwrap(wrapping);
        Optional<ValueKind> known = ValueKind.of(type);
        if (known.isEmpty()) {
            fault("has type " + parameter.type() + "; it can be " + KNOWN);
        }
        ValueKind kind = parameter.annotations().has(OneOf.class) ? ValueKind.CHOICE : known.orElse(ValueKind.OWN);
        List<String> choices = choices(type);
        Range range = range(kind);
        Default absent = parameter.annotations().get(Default.class);
        ValueShape value = new ValueShape(
                kind,
                type,
                wrapping,
                choices,
                range,
                Optional.ofNullable(absent).map(Default::value));
        if (absent != null) {
            checkDefault(absent.value(), value, known.isPresent());
        }
        return value;
    }

    private void fault(String problem) {
        faults.add(parameter.name(), subject + problem);
    }

    private TypeShape unwrap(Wrapping wrapping) {
        return switch (wrapping) {
            case NONE -> parameter.type();
            case OPTIONAL_INT -> new TypeShape("int", TypeShape.Form.PRIMITIVE, List.of(), List.of());
            case OPTIONAL_DOUBLE -> new TypeShape("double", TypeShape.Form.PRIMITIVE, List.of(), List.of());
            case OPTIONAL, LIST ->
                parameter.type().arguments().isEmpty()
                        ? new TypeShape("raw type", TypeShape.Form.OTHER, List.of(), List.of())
                        : parameter.type().arguments().get(0);
        };
    }

    private List<String> choices(TypeShape type) {
        OneOf oneOf = parameter.annotations().get(OneOf.class);
        if (oneOf == null) {
            return type.constants().stream().map(ValueKind::choice).toList();
        }
        if (!type.is("java.lang.String")) {
            fault("has @OneOf but is no String");
        }
        Set<String> seen = new HashSet<>();
        for (String word : oneOf.value()) {
            if (word.isBlank() || word.chars().anyMatch(Character::isWhitespace)) {
                fault("has '" + word + "' in @OneOf; each must be one word");
            } else if (!seen.add(Names.fold(word))) {
                fault("has '" + word + "' twice in @OneOf");
            }
        }
        if (oneOf.value().length == 0) {
            fault("has no words in @OneOf");
        }
        return Arrays.asList(oneOf.value());
    }

    private Range range(ValueKind kind) {
        Between between = parameter.annotations().get(Between.class);
        BetweenDecimals decimals = parameter.annotations().get(BetweenDecimals.class);
        boolean whole = kind == ValueKind.INT || kind == ValueKind.LONG || kind == ValueKind.PERCENT;
        if (between != null && !whole) {
            fault("has @Between but is no whole number" + (kind == ValueKind.DECIMAL ? "; use @BetweenDecimals" : ""));
        }
        if (between != null && between.min() > between.max()) {
            fault("has an empty range " + between.min() + " to " + between.max());
        }
        if (decimals != null && kind != ValueKind.DECIMAL) {
            fault("has @BetweenDecimals but is no decimal number" + (whole ? "; use @Between" : ""));
        }
        if (decimals != null && !(decimals.min() <= decimals.max())) {
            fault("has an empty range " + decimals.min() + " to " + decimals.max());
        }
        long least = kind == ValueKind.LONG ? Long.MIN_VALUE : Integer.MIN_VALUE;
        long most = kind == ValueKind.LONG ? Long.MAX_VALUE : Integer.MAX_VALUE;
        long unbounded = kind == ValueKind.PERCENT ? 0 : least;
        long min = between == null || between.min() == Long.MIN_VALUE ? unbounded : Math.max(between.min(), least);
        long max = between == null ? most : Math.min(between.max(), most);
        if (between != null && whole && between.min() <= between.max() && min > max) {
            fault("has a range that no int is in");
        }
        return new Range(
                min,
                max,
                decimals == null ? Double.NEGATIVE_INFINITY : decimals.min(),
                decimals == null ? Double.POSITIVE_INFINITY : decimals.max());
    }

    private void checkDefault(String text, ValueShape value, boolean knownType) {
        if (value.wrapping() == Wrapping.LIST) {
            fault("has @Default but is repeated; when nothing is given it is an empty list");
        } else if (value.wrapping().optional()) {
            fault("has @Default and is " + parameter.type()
                    + "; one of the two says what is given when it is left out");
        } else if (value.kind() == ValueKind.PEER) {
            fault("has @Default, but nobody is always there; use Optional<Peer>");
        } else if (knownType && !value.accepts(text)) {
            fault("has '" + text + "' as its default, which is no " + value.typeWord() + " that it takes");
        }
    }
}
