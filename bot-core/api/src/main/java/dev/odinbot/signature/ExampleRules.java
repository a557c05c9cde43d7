package dev.odinbot.signature;

import java.util.Optional;
import java.util.stream.Stream;

/** Whether a command's examples could be typed: by their words, not by what a room would make of them. */
final class ExampleRules {

    private ExampleRules() {}

    static void check(CommandSignature signature, Fault.Collector faults) {
        for (String example : signature.examples()) {
            Optional<String> rest = behindWords(signature, example.strip());
            if (rest.isEmpty()) {
                faults.add("example '" + example + "' does not begin with '" + signature.words() + "' or an alias");
                continue;
            }
            LineReading.of(signature, rest.get())
                    .problem()
                    .ifPresent(problem -> faults.add("example '" + example + "' does not fit '" + signature.usage()
                            + "': " + describe(problem)));
        }
    }

    /** What comes behind the command's words or those of an alias. */
    private static Optional<String> behindWords(CommandSignature signature, String example) {
        return Stream.concat(Stream.of(signature.words()), signature.aliases().stream())
                .filter(words ->
                        Names.fold(String.join(" ", Names.split(example)) + " ").startsWith(words + " "))
                .findFirst()
                .map(words -> {
                    int count = Names.split(words).size();
                    String[] parts = example.split("\\s+", count + 1);
                    return parts.length > count ? parts[count] : "";
                });
    }

    private static String describe(LineProblem problem) {
        if (problem instanceof LineProblem.Missing missing) {
            return "the " + missing.argument() + " is missing";
        }
        if (problem instanceof LineProblem.Surplus surplus) {
            return "'" + surplus.text() + "' is too much";
        }
        if (problem instanceof LineProblem.UnclosedQuote quote) {
            return "the quote " + quote.quote() + " is not closed";
        }
        if (problem instanceof LineProblem.UnknownFlag flag) {
            return "there is no flag " + flag.typed();
        }
        if (problem instanceof LineProblem.FlagWithoutValue flag) {
            return "the flag " + flag.flag() + " has no value";
        }
        if (problem instanceof LineProblem.FlagWithValue flag) {
            return "the flag " + flag.flag() + " takes no value";
        }
        return "the flag " + ((LineProblem.FlagTwice) problem).flag() + " is there twice";
    }
}
