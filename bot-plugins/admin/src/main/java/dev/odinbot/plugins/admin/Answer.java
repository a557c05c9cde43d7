package dev.odinbot.plugins.admin;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.command.Reply;
import dev.odinbot.api.room.Room;
import dev.odinbot.api.text.Messages;
import dev.odinbot.api.text.Text;
import java.util.concurrent.CompletionStage;

/** What is answered when the host has done something, or has not. */
final class Answer {

    private final Messages messages;

    Answer(Messages messages) {
        this.messages = messages;
    }

    /** The sentence of the host; "Done." when it has none, worded now, as our bundles may be gone when the stage completes. */
    CompletionStage<Reply> of(Room room, CompletionStage<Outcome> stage) {
        Reply done = Reply.of(messages.word(Text.key("done"), room.locale()));
        return stage.thenApply(outcome -> {
            Text sentence =
                    outcome instanceof Outcome.Refused refused ? refused.reason() : ((Outcome.Done) outcome).detail();
            return sentence.equals(Text.EMPTY) ? done : Reply.of(sentence);
        });
    }
}
