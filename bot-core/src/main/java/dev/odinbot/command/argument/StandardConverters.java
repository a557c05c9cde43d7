package dev.odinbot.command.argument;

import dev.odinbot.api.audio.Position;
import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.command.Percent;
import dev.odinbot.signature.Literals;
import dev.odinbot.signature.ValueShape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the converter of one argument.
 *
 * @param name of the argument, for refusals
 * @param type of one value
 */
record StandardConverters(String name, ValueShape value, Class<?> type, OwnConverters own) {

    /** @param faults gets a line when there is none */
    Converter<?> find(List<String> faults) {
        long min = value.range().min();
        long max = value.range().max();
        return switch (value.kind()) {
            case TEXT -> (text, call) -> Conversion.of(text);
            case INT -> new WholeNumber<>(name, false, min, max, Math::toIntExact);
            case LONG -> new WholeNumber<>(name, false, min, max, Long::valueOf);
            case PERCENT -> new WholeNumber<>(name, true, min, max, n -> new Percent(Math.toIntExact(n)));
            case DECIMAL ->
                new DecimalNumber(
                        name, value.range().minDecimal(), value.range().maxDecimal());
            case BOOLEAN -> new Parsed<>(name, "boolean", Literals::truth);
            case CHOICE -> choice();
            case DURATION -> new Parsed<>(name, "duration", Literals::duration);
            case POSITION -> new Parsed<>(name, "position", StandardConverters::position);
            case URL -> new Parsed<>(name, "url", Literals::url);
            case PEER -> new PeerConverter(name);
            case USER -> new UserConverter(name);
            case OWN ->
                own.find(name, type).orElseGet(() -> {
                    faults.add("argument '" + name + "' has type " + type.getName()
                            + ", for which the plugin brought no converter");
                    return (text, call) -> Conversion.of(text);
                });
        };
    }

    private Converter<?> choice() {
        Object[] constants = type.getEnumConstants();
        return new Choice<>(
                name, value.choices(), constants == null ? List.copyOf(value.choices()) : Arrays.asList(constants));
    }

    private static Optional<Position> position(String text) {
        char sign = text.isEmpty() ? ' ' : text.charAt(0);
        if (sign != '+' && sign != '-') {
            return Literals.duration(text).map(offset -> new Position(offset, false));
        }
        return Literals.duration(text.substring(1))
                .map(offset -> new Position(sign == '-' ? offset.negated() : offset, true));
    }
}
