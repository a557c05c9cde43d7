package dev.odinbot.command.argument;

import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import dev.odinbot.signature.Literals;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** Converts decimal numbers of a range. */
record DecimalNumber(String name, double min, double max) implements Converter<Double> {

    @Override
    public Conversion<Double> convert(String text, Call call) {
        OptionalDouble number = Literals.decimal(text);
        if (number.isEmpty()) {
            return Problem.refused("decimal", name, text);
        }
        if (number.getAsDouble() >= min && number.getAsDouble() <= max) {
            return Conversion.of(number.getAsDouble());
        }
        if (!Double.isInfinite(min) && !Double.isInfinite(max)) {
            return Problem.refused("range", name, text, shown(min), shown(max));
        }
        return number.getAsDouble() < min
                ? Problem.refused("min", name, text, shown(min))
                : Problem.refused("max", name, text, shown(max));
    }

    private static String shown(double end) {
        return new BigDecimal(Double.toString(end)).stripTrailingZeros().toPlainString();
    }
}
