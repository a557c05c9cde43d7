package dev.odinbot.command.argument;

import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import dev.odinbot.signature.ValueShape;
import dev.odinbot.signature.ValueShape.Wrapping;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An argument or a flag, with what makes values of it. */
final class Argument {

    private static final Logger LOG = LoggerFactory.getLogger(Argument.class);
    private static final int MOST_SUGGESTED = 50;
    private static final int MAX_SUGGESTION = 200;

    private final String name;
    private final Converter<?> converter;
    private final Wrapping wrapping;
    private final Optional<String> absentText;
    private final @Nullable Object absent;
    private final AtomicBoolean reported = new AtomicBoolean();

    /** @param faults gets what is wrong with the value for when nothing is given */
    Argument(String name, ValueShape value, Converter<?> converter, List<String> faults) {
        this.name = name;
        this.converter = converter;
        wrapping = value.wrapping();
        boolean needsRoom = switch (value.kind()) {
            case PEER, USER, OWN -> true;
            default -> false;
        };
        absentText = value.absent().filter(text -> needsRoom);
        absent = absent(value.absent().filter(text -> !needsRoom), faults);
    }

    private @Nullable Object absent(Optional<String> text, List<String> faults) {
        if (text.isPresent()) {
            Conversion<?> conversion = constant(text.get());
            if (conversion instanceof Conversion.Converted<?> converted) {
                return converted.value();
            }
            faults.add("the default '" + text.get() + "' of " + name + " is none of its values");
        }
        return switch (wrapping) {
            case NONE -> null; // always given, or converted when it is needed
            case OPTIONAL -> Optional.empty();
            case OPTIONAL_INT -> OptionalInt.empty();
            case OPTIONAL_DOUBLE -> OptionalDouble.empty();
            case LIST -> List.of();
        };
    }

    @SuppressWarnings("NullAway") // the kinds that need no room look at no call
    private Conversion<?> constant(String text) {
        return converter.convert(text, null);
    }

    String name() {
        return name;
    }

    /** What the converter suggests, some of it; nothing when it fails. */
    List<String> suggestions(Converter.Call call) {
        try {
            return converter.suggestions(call).stream()
                    .filter(word -> word.length() <= MAX_SUGGESTION)
                    .limit(MOST_SUGGESTED)
                    .toList();
        } catch (RuntimeException | LinkageError e) {
            if (!reported.getAndSet(true)) {
                LOG.warn("The converter of argument {} failed to suggest; told only once", name, e);
            }
            return List.of();
        }
    }

    Conversion<?> convert(String text, Converter.Call call) {
        return converter.convert(text, call);
    }

    /** What the parameter gets of one converted value. */
    Object wrapped(Object value) {
        return switch (wrapping) {
            case NONE, LIST -> value;
            case OPTIONAL -> Optional.of(value);
            case OPTIONAL_INT -> OptionalInt.of((Integer) value);
            case OPTIONAL_DOUBLE -> OptionalDouble.of((Double) value);
        };
    }

    /** The text to convert when nothing is given; empty = {@link #absent} is the value. */
    Optional<String> absentText() {
        return absentText;
    }

    @Nullable
    Object absent() {
        return absent;
    }
}
