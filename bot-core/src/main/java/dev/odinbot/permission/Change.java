package dev.odinbot.permission;

import dev.odinbot.api.text.Text;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What becomes of a request to change something. */
sealed interface Change {

    /** @param reason as a sentence */
    record Refused(Text reason) implements Change {}

    /**
     * @param after what is granted then
     * @param write keeps it
     * @param sentence what was done
     */
    record Made(Granted after, Function<PermissionStore, CompletionStage<Void>> write, Text sentence)
            implements Change {}
}
