package dev.odinbot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a line's arguments.
 *
 * @param values one per argument of the command, in order; incomplete when refused
 */
record ArgumentConversion(List<Object> values, Optional<Refusal> refusal) {

    /** @param argument name of the argument at fault; empty when there are too many */
    record Refusal(String argument, ArgumentProblem problem) {}

    static ArgumentConversion of(List<Argument> arguments, String text) {
        ArgumentReader reader = new ArgumentReader(text);
        List<Object> values = new ArrayList<>();
        for (Argument argument : arguments) {
            if (reader.atEnd() && !argument.required()) {
                values.add(argument.absent());
                continue;
            }
            Conversion conversion = convert(argument, reader);
            if (conversion instanceof Conversion.Refused refused) {
                return refused(values, argument.name(), refused.problem());
            }
            values.add(((Conversion.Converted) conversion).value());
        }
        return reader.atEnd()
                ? new ArgumentConversion(values, Optional.empty())
                : refused(values, "", new ArgumentProblem.Surplus(reader.rest()));
    }

    private static Conversion convert(Argument argument, ArgumentReader reader) {
        if (reader.atEnd()) {
            return new Conversion.Refused(new ArgumentProblem.Missing());
        }
        if (argument.rest()) {
            return argument.converter().convert(reader.rest());
        }
        ArgumentReader.Token token = reader.next();
        return token.unclosedQuote()
                .<Conversion>map(quote -> new Conversion.Refused(new ArgumentProblem.UnclosedQuote(quote)))
                .orElseGet(() -> argument.converter().convert(token.text()));
    }

    private static ArgumentConversion refused(List<Object> values, String argument, ArgumentProblem problem) {
        return new ArgumentConversion(values, Optional.of(new Refusal(argument, problem)));
    }
}
