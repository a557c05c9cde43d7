package dev.odinbot.command.argument;

import dev.odinbot.api.command.Conversion;
import dev.odinbot.api.command.Converter;
import dev.odinbot.api.text.Text;
import dev.odinbot.signature.ArgumentShape;
import dev.odinbot.signature.CommandSignature;
import dev.odinbot.signature.FlagShape;
import dev.odinbot.signature.LineProblem;
import dev.odinbot.signature.LineReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that a command takes. Immutable; any thread. */
public final class Arguments {

    private final CommandSignature command;
    private final Argument[] arguments;
    private final Argument[] flags;

    private Arguments(CommandSignature command, Argument[] arguments, Argument[] flags) {
        this.command = command;
        this.arguments = arguments;
        this.flags = flags;
    }

    /**
     * What a command takes that has no faults so far.
     *
     * @param types of the command's values
     * @param faults gets what can be known only when the plugin is loaded: types without a converter
     */
    public static Arguments of(CommandSignature command, ValueTypes types, OwnConverters own, List<String> faults) {
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < command.arguments().size(); i++) {
            ArgumentShape shape = command.arguments().get(i);
            StandardConverters converters = new StandardConverters(shape.name(), shape.value(), types.argument(i), own);
            arguments.add(new Argument(shape.name(), shape.value(), converters.find(faults), faults));
        }
        List<Argument> flags = new ArrayList<>();
        for (int i = 0; i < command.flags().size(); i++) {
            FlagShape shape = command.flags().get(i);
            StandardConverters converters = new StandardConverters(shape.name(), shape.value(), types.flag(i), own);
            flags.add(new Argument(shape.name(), shape.value(), converters.find(faults), faults));
        }
        return new Arguments(command, arguments.toArray(Argument[]::new), flags.toArray(Argument[]::new));
    }

    /**
     * Reads and converts a line. What a plugin's converter throws comes out.
     *
     * @param text all behind the command's words, as typed
     */
    public Binding bind(String text, Converter.Call call) {
        LineReading reading = LineReading.of(command, text);
        Optional<LineProblem> problem = reading.problem();
        if (problem.isPresent()) {
            return Problem.of(problem.get());
        }
        @Nullable Object[] values = new @Nullable Object[arguments.length + flags.length];
        for (int i = 0; i < arguments.length; i++) {
            Text refusal = command.arguments().get(i).repeated()
                    ? all(reading.repeated(), arguments[i], call, values, i)
                    : one(reading.argument(i), arguments[i], call, values, i);
            if (refusal != null) {
                return new Binding.Refused(arguments[i].name(), refusal);
            }
        }
        for (int i = 0; i < flags.length; i++) {
            String given = reading.flag(i);
            if (!command.flags().get(i).takesValue()) {
                values[arguments.length + i] = given != null;
                continue;
            }
            Text refusal = one(given, flags[i], call, values, arguments.length + i);
            if (refusal != null) {
                return new Binding.Refused(flags[i].name(), refusal);
            }
        }
        return new Binding.Bound(values);
    }

    /** Puts the value into {@code values}, or returns why there is none. */
    private static @Nullable Text one(
            @Nullable String given, Argument argument, Converter.Call call, @Nullable Object[] values, int index) {
        if (given == null && argument.absentText().isEmpty()) {
            values[index] = argument.absent();
            return null;
        }
        String text = given == null ? argument.absentText().orElseThrow() : given;
        Conversion<?> conversion = argument.convert(text, call);
        if (conversion instanceof Conversion.Converted<?> converted) {
            values[index] = argument.wrapped(converted.value());
            return null;
        }
        return ((Conversion.Refused<?>) conversion).reason();
    }

    private static @Nullable Text all(
            List<String> given, Argument argument, Converter.Call call, @Nullable Object[] values, int index) {
        List<Object> converted = new ArrayList<>(given.size());
        for (String text : given) {
            Conversion<?> conversion = argument.convert(text, call);
            if (conversion instanceof Conversion.Refused<?> refused) {
                return refused.reason();
            }
            converted.add(((Conversion.Converted<?>) conversion).value());
        }
        values[index] = List.copyOf(converted);
        return null;
    }

    /**
     * What the plugin's own converters suggest, one list per argument, then one per flag; empty for types of the core, and where a
     * converter fails.
     */
    public List<List<String>> suggestions(Converter.Call call) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(flags))
                .map(argument -> argument.suggestions(call))
                .toList();
    }
}
