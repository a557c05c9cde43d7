package dev.odinbot.guide;

import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.text.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

// guide: converter
final class ColourConverter implements Converter<Colour> {

    private static final Map<String, Integer> NAMED = new TreeMap<>(Map.of("red", 0xFF0000, "orange", 0xFF8000));

    @Override
    public Conversion<Colour> convert(String text, Call call) {
        if (text.matches("#[0-9a-fA-F]{6}")) {
            return Conversion.of(new Colour(Integer.parseInt(text.substring(1), 16)));
        }
        Integer named = NAMED.get(text);
        return named == null
                ? Conversion.refused(Text.key("colour.unknown", String.join(", ", NAMED.keySet())))
                : Conversion.of(new Colour(named));
    }

    @Override
    public List<String> suggestions(Call call) {
        return List.copyOf(NAMED.keySet());
    }
}
// end
