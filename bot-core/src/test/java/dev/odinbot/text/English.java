package dev.odinbot.text;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.text.Text;
import java.util.concurrent.CompletionStage;

/** What the host's services answer, in English words. */
public final class English {

    private English() {}

    public static Outcome done(String sentence) {
        return Outcome.done(Text.of(sentence));
    }

    public static Outcome refused(String sentence) {
        return Outcome.refused(Text.of(sentence));
    }

    /** The same outcome in English; comparable with {@link #done} and {@link #refused}. */
    public static Outcome of(Outcome outcome) {
        return outcome instanceof Outcome.Done ? done(sentence(outcome)) : refused(sentence(outcome));
    }

    public static CompletionStage<Outcome> of(CompletionStage<Outcome> stage) {
        return stage.thenApply(English::of);
    }

    public static String sentence(Outcome outcome) {
        return MessageBundles.english(
                outcome instanceof Outcome.Refused refused ? refused.reason() : ((Outcome.Done) outcome).detail());
    }
}
