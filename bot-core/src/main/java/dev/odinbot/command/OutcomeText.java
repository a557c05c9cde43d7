package dev.odinbot.command;

/** The one place that words outcomes. */
public interface OutcomeText {

    /** The line for the room; empty when nothing is to be said. */
    String of(CommandOutcome outcome, String prefix);
}
