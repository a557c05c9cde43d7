package dev.odinbot.command;

import java.util.concurrent.CompletionStage;

/** Finds and runs the command that a line calls. */
public interface CommandDispatcher {

    /** Never fails: what goes wrong is an outcome. The handler runs on the calling thread. */
    CompletionStage<CommandOutcome> dispatch(CommandCall call);
}
