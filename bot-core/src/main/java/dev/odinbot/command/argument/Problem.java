package dev.odinbot.command.argument;

import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.text.PlainText;
import dev.odinbot.api.text.Text;
import dev.odinbot.signature.LineProblem;

/** Makes refusals: keys and what goes into their sentences. */
final class Problem {

    /** How much of what somebody typed is shown again. */
    private static final int MAX_ECHO = 40;

    private Problem() {}

    /** @param typed comes from a stranger; second in the sentence, behind the argument's name */
    static <T> Conversion<T> refused(String key, String argument, String typed, Object... more) {
        Object[] values = new Object[2 + more.length];
        values[0] = argument;
        values[1] = echo(typed);
        System.arraycopy(more, 0, values, 2, more.length);
        return Conversion.refused(Text.key("argument." + key, values));
    }

    static String echo(String typed) {
        return PlainText.line(typed, MAX_ECHO);
    }

    static Binding.Refused of(LineProblem problem) {
        if (problem instanceof LineProblem.Missing missing) {
            return refused("missing", missing.argument());
        }
        if (problem instanceof LineProblem.Surplus surplus) {
            return new Binding.Refused("", Text.key("argument.surplus", echo(surplus.text())));
        }
        if (problem instanceof LineProblem.UnclosedQuote quote) {
            return refused("quote", quote.argument(), quote.quote());
        }
        if (problem instanceof LineProblem.UnknownFlag flag) {
            return refused("flag.unknown", echo(flag.typed()));
        }
        if (problem instanceof LineProblem.FlagWithoutValue flag) {
            return refused("flag.value-missing", flag.flag());
        }
        if (problem instanceof LineProblem.FlagWithValue flag) {
            return refused("flag.value-surplus", flag.flag());
        }
        return refused("flag.twice", ((LineProblem.FlagTwice) problem).flag());
    }

    private static Binding.Refused refused(String key, String argument) {
        return new Binding.Refused(argument, Text.key("argument." + key, argument));
    }

    private static Binding.Refused refused(String key, String argument, String more) {
        return new Binding.Refused(argument, Text.key("argument." + key, argument, more));
    }
}
