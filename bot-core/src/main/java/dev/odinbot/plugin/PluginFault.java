package dev.odinbot.plugin;

import dev.odinbot.api.text.Text;
import dev.odinbot.text.MessageBundles;

/** A plugin's own code threw {@link #getCause}; the message says where, for the operator. */
final class PluginFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    /** @param message what is wrong with the plugin, in English: for who made it */
    PluginFault(String message, Throwable cause) {
        this(Text.of(message), cause);
    }

    /** @param reason why a request is not met, for who asked */
    PluginFault(Text reason, Throwable cause) {
        super(MessageBundles.english(reason), cause);
        this.reason = reason;
    }

    Text reason() {
        return reason;
    }

    /** What was thrown while a plugin came or went, as one of the two that are told to the operator: it concerns this plugin only. */
    static RuntimeException of(Throwable thrown) {
        return thrown instanceof PluginRefusal || thrown instanceof PluginFault
                ? (RuntimeException) thrown
                : new PluginFault("the bot cannot take it (" + thrown + ")", thrown);
    }
}
