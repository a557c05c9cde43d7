package dev.odinbot.plugins.fun;

import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 2d6+1}, {@code d20}, {@code 3w6} as Germans write it, or just the number of sides. */
final class DiceConverter implements Converter<Dice> {

    private static final Pattern SHAPE =
            Pattern.compile("(?:(?<count>\\d{0,9})[dw])?(?<sides>\\d{1,9})(?<plus>[+-]\\d{1,9})?");

    @Override
    public Conversion<Dice> convert(String text, Call call) {
        Matcher matcher = SHAPE.matcher(text.toLowerCase(Locale.ROOT).replace(" ", ""));
        if (!matcher.matches()) {
            return Conversion.refused(Text.key("dice.shape"));
        }
        Dice dice = new Dice(
                number(matcher.group("count"), 1), number(matcher.group("sides"), 6), number(matcher.group("plus"), 0));
        if (dice.count() < 1 || dice.count() > Dice.MAX_COUNT) {
            return Conversion.refused(Text.key("dice.count", Dice.MAX_COUNT));
        }
        if (dice.sides() < 2 || dice.sides() > Dice.MAX_SIDES) {
            return Conversion.refused(Text.key("dice.sides", Integer.toString(Dice.MAX_SIDES)));
        }
        if (Math.abs(dice.plus()) > Dice.MAX_PLUS) {
            return Conversion.refused(Text.key("dice.plus", Integer.toString(Dice.MAX_PLUS)));
        }
        return Conversion.of(dice);
    }

    private static int number(String digits, int orElse) {
        return Optional.ofNullable(digits)
                .filter(given -> !given.isEmpty())
                .map(Integer::parseInt)
                .orElse(orElse);
    }

    @Override
    public List<String> suggestions(Call call) {
        return List.of("d6", "2d6", "d20", "d100");
    }
}
