package dev.odinbot.command.argument;

import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import java.util.Optional;
import java.util.function.Function;

/**
 * Converts what a function can read.
 *
 * @param key of the refusal
 */
record Parsed<T>(String name, String key, Function<String, Optional<T>> parser) implements Converter<T> {

    @Override
    public Conversion<T> convert(String text, Call call) {
        return parser.apply(text).map(Conversion::of).orElseGet(() -> Problem.refused(key, name, text));
    }
}
