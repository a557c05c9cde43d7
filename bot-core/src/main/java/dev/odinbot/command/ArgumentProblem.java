package dev.odinbot.command;

/** What is wrong with an argument; {@link OutcomeText} words it. */
public sealed interface ArgumentProblem {

    /** A required argument was not given. */
    record Missing() implements ArgumentProblem {}

    /** There are more words than arguments. */
    record Surplus(String text) implements ArgumentProblem {}

    record NotANumber(String text) implements ArgumentProblem {}

    /** A number below {@code min}. */
    record TooSmall(String text, long min, long max) implements ArgumentProblem {}

    /** A number above {@code max}. */
    record TooLarge(String text, long min, long max) implements ArgumentProblem {}

    /** A quoted argument that does not end. */
    record UnclosedQuote(String quote) implements ArgumentProblem {}
}
