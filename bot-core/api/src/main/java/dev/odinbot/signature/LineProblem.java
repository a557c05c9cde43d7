package dev.odinbot.signature;

/** Why a line does not fit a command, whatever its words mean. */
public sealed interface LineProblem {

    /** A required argument was not given. */
    record Missing(String argument) implements LineProblem {}

    /** There are more words than arguments. */
    record Surplus(String text) implements LineProblem {}

    /** @param argument that does not end: its name, or that of a flag */
    record UnclosedQuote(String argument, String quote) implements LineProblem {}

    /** @param typed the flag, as typed */
    record UnknownFlag(String typed) implements LineProblem {}

    record FlagWithoutValue(String flag) implements LineProblem {}

    record FlagWithValue(String flag) implements LineProblem {}

    record FlagTwice(String flag) implements LineProblem {}
}
