package dev.odinbot.command;

/** What became of an argument's text. */
sealed interface Conversion {

    record Converted(Object value) implements Conversion {}

    record Refused(ArgumentProblem problem) implements Conversion {}
}
