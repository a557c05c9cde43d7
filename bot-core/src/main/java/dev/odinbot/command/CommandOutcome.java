package dev.odinbot.command;

import dev.odinbot.api.command.Scope;
import dev.odinbot.api.text.Text;
import java.time.Duration;
import java.util.List;

/** How a chat line ended. Refusals are values; {@link OutcomeText} words them. */
public sealed interface CommandOutcome {

    /** No prefix, or nothing behind it: somebody is just talking. */
    record NotACommand() implements CommandOutcome {}

    /** The handler answered. */
    record Replied(String text) implements CommandOutcome {}

    /** The handler had nothing to say, or the sender has been told already that these are too many lines. */
    record Silent() implements CommandOutcome {}

    /** @param suggestions commands that may have been meant and that the asker may run, nearest first; never run by themselves */
    record UnknownCommand(String name, List<String> suggestions) implements CommandOutcome {}

    /** The sender lacks the command's permission. */
    record Denied(String command, String permission) implements CommandOutcome {}

    /** @param waitFor until the next run is allowed */
    record CoolingDown(String command, Scope per, Duration waitFor) implements CommandOutcome {}

    /** As many runs as may be are under way. */
    record Busy(String command, Scope per) implements CommandOutcome {}

    /**
     * The call was counted as a voice for the command.
     *
     * @param needed voices altogether
     * @param again whether the sender's voice had been counted before
     */
    record Voted(String command, int voices, int needed, boolean again) implements CommandOutcome {}

    /** Too many lines in a short time; told once, then silence until it is over. */
    record TooFast(Scope per, Duration waitFor) implements CommandOutcome {}

    /**
     * @param argument name of the argument or flag at fault; empty when it is none in particular
     * @param problem what is wrong, with a key of the core's bundles
     * @param usage the command's name and arguments, without prefix
     */
    record BadArguments(String argument, Text problem, String usage) implements CommandOutcome {}

    /** A fault in the handler; the log has the stack trace under the same id. */
    record Failed(String errorId) implements CommandOutcome {}
}
