package dev.odinbot.signature;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What an argument or a flag takes.
 *
 * @param type of one value, without what it is wrapped into
 * @param choices the words it may be, when they are a fixed set
 * @param absent the text that is converted when nothing is given
 */
public record ValueShape(
        ValueKind kind, TypeShape type, Wrapping wrapping, List<String> choices, Range range, Optional<String> absent) {

    /** What the parameter gets around the value. */
    public enum Wrapping {
        NONE,
        OPTIONAL,
        OPTIONAL_INT,
        OPTIONAL_DOUBLE,
        LIST;

        boolean optional() {
            return this == OPTIONAL || this == OPTIONAL_INT || this == OPTIONAL_DOUBLE;
        }
    }

    /** Both ends belong to it; {@code min} and {@code max} hold for whole numbers, the others for decimals. */
    public record Range(long min, long max, double minDecimal, double maxDecimal) {
        boolean holds(BigInteger number) {
            return number.compareTo(BigInteger.valueOf(min)) >= 0 && number.compareTo(BigInteger.valueOf(max)) <= 0;
        }
    }

    /** One word for its type, as help shows it. */
    public String typeWord() {
        return kind.word(type);
    }

    /** Whether a text can be converted, as far as that can be said without a room and a plugin's converter. */
    boolean accepts(String text) {
        return switch (kind) {
            case INT, LONG -> Literals.whole(text).filter(range::holds).isPresent();
            case PERCENT -> Literals.percent(text).filter(range::holds).isPresent();
            case DECIMAL ->
                Literals.decimal(text).stream().anyMatch(n -> n >= range.minDecimal() && n <= range.maxDecimal());
            case BOOLEAN -> Literals.truth(text).isPresent();
            case CHOICE ->
                choices.stream()
                        .anyMatch(choice ->
                                choice.equalsIgnoreCase(text.replace('_', '-')) || choice.equalsIgnoreCase(text));
            case DURATION -> Literals.duration(text).isPresent();
            case POSITION ->
                Literals.duration(!text.isEmpty() && Literals.isSign(text.charAt(0)) ? text.substring(1) : text)
                        .isPresent();
            case URL -> Literals.url(text).isPresent();
            case TEXT, PEER, USER, OWN -> true;
        };
    }
}
