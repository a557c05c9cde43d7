package dev.odinbot.command.argument;

import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import dev.odinbot.signature.Literals;
import java.math.BigInteger;
import java.util.function.LongFunction;

/**
 * Converts whole numbers of a range.
 *
 * @param key of the refusal of what is no number
 * @param boxed makes the value of a number in range
 */
record WholeNumber<T>(String name, String key, long min, long max, LongFunction<T> boxed) implements Converter<T> {

    /** What surely fits a long. */
    private static final int SHORT = 18;

    @Override
    public Conversion<T> convert(String text, Call call) {
        if (!Literals.isWhole(text)) {
            return Problem.refused(key, name, text);
        }
        int side = side(text);
        if (side == 0) {
            return Conversion.of(boxed.apply(Long.parseLong(text)));
        }
        if (min > Integer.MIN_VALUE && max < Integer.MAX_VALUE) {
            return Problem.refused("range", name, text, Long.toString(min), Long.toString(max));
        }
        // Numbers as text, or the sentence would group their digits.
        return side < 0
                ? Problem.refused("min", name, text, Long.toString(min))
                : Problem.refused("max", name, text, Long.toString(max));
    }

    /** Below, in or above the range. */
    private int side(String text) {
        if (text.length() <= SHORT) {
            long number = Long.parseLong(text);
            return number < min ? -1 : number > max ? 1 : 0;
        }
        BigInteger number = new BigInteger(text);
        return number.compareTo(BigInteger.valueOf(min)) < 0
                ? -1
                : number.compareTo(BigInteger.valueOf(max)) > 0 ? 1 : 0;
    }
}
