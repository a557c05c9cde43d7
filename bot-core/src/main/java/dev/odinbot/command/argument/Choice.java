package dev.odinbot.command.argument;

import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import java.util.List;

/**
 * Converts the words of a fixed set; case does not matter, nor does whether it is a dash or an underscore.
 *
 * @param values one for each word
 */
record Choice<T>(String name, List<String> words, List<T> values) implements Converter<T> {

    @Override
    public Conversion<T> convert(String text, Call call) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equalsIgnoreCase(text)) {
                return Conversion.of(values.get(i));
            }
        }
        String dashed = text.replace('_', '-');
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).replace('_', '-').equalsIgnoreCase(dashed)) {
                return Conversion.of(values.get(i));
            }
        }
        return Problem.refused("choice", name, text, String.join(", ", words));
    }
}
