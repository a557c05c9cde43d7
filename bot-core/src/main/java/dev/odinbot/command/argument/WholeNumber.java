package dev.odinbot.command.argument;

import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import dev.odinbot.signature.Literals;
import java.math.BigInteger;
import java.util.function.LongFunction;

/**
 * Converts whole numbers of a range.
 *
 * @param percent whether a sign of percent may stand behind the number
 * @param boxed makes the value of a number in range
 */
record WholeNumber<T>(String name, boolean percent, long min, long max, LongFunction<T> boxed) implements Converter<T> {

    /** What surely fits a long. */
    private static final int SHORT = 18;

    @Override
    public Conversion<T> convert(String text, Call call) {
        String number = percent && text.endsWith("%")
                ? text.substring(0, text.length() - 1).stripTrailing()
                : text;
        if (!Literals.isWhole(number)) {
            return Problem.refused(percent ? "percent" : "number", name, text);
        }
        int side = side(number);
        if (side == 0) {
            return Conversion.of(boxed.apply(Long.parseLong(number)));
        }
        // Numbers as text, or the sentence would group their digits.
        if (min > Integer.MIN_VALUE && max < Integer.MAX_VALUE) {
            return Problem.refused("range", name, text, Long.toString(min), Long.toString(max));
        }
        return side < 0
                ? Problem.refused("min", name, text, Long.toString(min))
                : Problem.refused("max", name, text, Long.toString(max));
    }

    /** Below, in or above the range. */
    private int side(String text) {
        if (text.length() <= SHORT) {
            return outside(Long.compare(Long.parseLong(text), min), Long.compare(Long.parseLong(text), max));
        }
        BigInteger number = new BigInteger(text);
        return outside(number.compareTo(BigInteger.valueOf(min)), number.compareTo(BigInteger.valueOf(max)));
    }

    private static int outside(int toMin, int toMax) {
        return toMin < 0 ? -1 : toMax > 0 ? 1 : 0;
    }
}
