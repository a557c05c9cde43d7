package dev.odinbot.plugin;

import dev.odinbot.api.text.Text;
import dev.odinbot.text.MessageBundles;

/** Something about a plugin that cannot be done; says why, for the operator. Ends in an outcome, never in a trace. */
class PluginRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    /** @param reason what is wrong with the plugin itself, in English: for who made it */
    PluginRefusal(String reason) {
        this(Text.of(reason));
    }

    /** @param reason why a request is not met, for who asked */
    PluginRefusal(Text reason) {
        super(MessageBundles.english(reason));
        this.reason = reason;
    }

    Text reason() {
        return reason;
    }
}
