package dev.odinbot.command;

import java.math.BigInteger;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * Converts whole numbers of a range.
 *
 * @param boxed makes the parameter's type of a number in range
 */
record WholeNumber(long min, long max, LongFunction<Object> boxed) implements Converter {

    private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]{1,100}");

    @Override
    public Conversion convert(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return new Conversion.Refused(new ArgumentProblem.NotANumber(text));
        }
        BigInteger number = new BigInteger(text);
        if (number.compareTo(BigInteger.valueOf(min)) < 0) {
            return new Conversion.Refused(new ArgumentProblem.TooSmall(text, min, max));
        }
        if (number.compareTo(BigInteger.valueOf(max)) > 0) {
            return new Conversion.Refused(new ArgumentProblem.TooLarge(text, min, max));
        }
        return new Conversion.Converted(boxed.apply(number.longValueExact()));
    }
}
