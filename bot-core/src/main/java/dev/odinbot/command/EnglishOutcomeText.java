package dev.odinbot.command;

import dev.odinbot.api.command.CommandCatalog;
import dev.odinbot.api.text.PlainText;
import jakarta.inject.Inject;

/** Outcomes in English, one line each. */
final class EnglishOutcomeText implements OutcomeText {

    /** How much of what somebody typed is shown again. */
    private static final int MAX_ECHO = 40;

    private final CommandCatalog commands;

    @Inject
    EnglishOutcomeText(CommandCatalog commands) {
        this.commands = commands;
    }

    @Override
    public String of(CommandOutcome outcome, String prefix) {
        if (outcome instanceof CommandOutcome.Replied replied) {
            return replied.text();
        }
        if (outcome instanceof CommandOutcome.UnknownCommand unknown) {
            return "I don't know " + prefix + echo(unknown.name()) + "." + hint(unknown, prefix);
        }
        if (outcome instanceof CommandOutcome.BadArguments bad) {
            return problem(bad.argument(), bad.problem()) + " Usage: " + prefix + bad.usage();
        }
        if (outcome instanceof CommandOutcome.Failed failed) {
            return "Sorry, that went wrong. It is in my log as error " + failed.errorId() + ".";
        }
        return "";
    }

    private String hint(CommandOutcome.UnknownCommand unknown, String prefix) {
        return unknown.suggestions().stream()
                .findFirst()
                .map(suggestion -> " Did you mean " + prefix + suggestion + "?")
                .orElseGet(() ->
                        commands.find("help").isPresent() ? " Type " + prefix + "help to see what I can do." : "");
    }

    private static String problem(String argument, ArgumentProblem problem) {
        if (problem instanceof ArgumentProblem.Missing) {
            return "The " + argument + " is missing.";
        }
        if (problem instanceof ArgumentProblem.Surplus surplus) {
            return "\"" + echo(surplus.text()) + "\" is too much.";
        }
        if (problem instanceof ArgumentProblem.NotANumber wrong) {
            return "The " + argument + " must be a whole number, not \"" + echo(wrong.text()) + "\".";
        }
        if (problem instanceof ArgumentProblem.TooSmall small) {
            return "The " + argument + " must be " + range("at least " + small.min(), small.min(), small.max())
                    + ", not " + echo(small.text()) + ".";
        }
        if (problem instanceof ArgumentProblem.TooLarge large) {
            return "The " + argument + " must be " + range("at most " + large.max(), large.min(), large.max())
                    + ", not " + echo(large.text()) + ".";
        }
        ArgumentProblem.UnclosedQuote unclosed = (ArgumentProblem.UnclosedQuote) problem;
        return "The " + argument + " begins with " + unclosed.quote() + " but the closing quote is missing.";
    }

    /** Both ends when both were declared, else the one that was missed. */
    private static String range(String missedEnd, long min, long max) {
        return min > Integer.MIN_VALUE && max < Integer.MAX_VALUE ? "from " + min + " to " + max : missedEnd;
    }

    private static String echo(String text) {
        return PlainText.line(text, MAX_ECHO);
    }
}
