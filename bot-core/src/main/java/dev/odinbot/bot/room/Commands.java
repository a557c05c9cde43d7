package dev.odinbot.bot.room;

import dev.odinbot.command.CommandCall;
import dev.odinbot.command.CommandDispatcher;
import dev.odinbot.command.OutcomeText;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a chat line to the line that answers it. */
final class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final CommandDispatcher dispatcher;
    private final OutcomeText wording;

    @Inject
    Commands(CommandDispatcher dispatcher, OutcomeText wording) {
        this.dispatcher = dispatcher;
        this.wording = wording;
    }

    /** @param answer gets the line to say; empty when there is nothing to be said */
    void run(CommandCall call, Consumer<String> answer) {
        dispatcher
                .dispatch(call)
                .thenAccept(outcome -> answer.accept(wording.of(outcome, call.room())))
                .whenComplete((done, fault) -> {
                    if (fault != null) {
                        LOG.error(
                                "Room {}: a command was not answered",
                                call.room().id(),
                                fault);
                    }
                });
    }
}
