package dev.odinbot.command;

import java.util.Optional;

/** How a chat line ended. Refusals are values; {@link OutcomeText} words them. */
public sealed interface CommandOutcome {

    /** No prefix, or nothing behind it: somebody is just talking. */
    record NotACommand() implements CommandOutcome {}

    /** The handler answered. */
    record Replied(String text) implements CommandOutcome {}

    /** The handler had nothing to say. */
    record Silent() implements CommandOutcome {}

    /** @param suggestion a command that may have been meant; never run by itself */
    record UnknownCommand(String name, Optional<String> suggestion) implements CommandOutcome {}

    /**
     * @param argument name of the argument at fault; empty when there are too many
     * @param usage the command's name and arguments, without prefix
     */
    record BadArguments(String argument, ArgumentProblem problem, String usage) implements CommandOutcome {}

    /** A fault in the handler; the log has the stack trace under the same id. */
    record Failed(String errorId) implements CommandOutcome {}
}
