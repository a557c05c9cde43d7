package dev.odinbot.plugin;

/** A plugin's own code threw {@link #getCause}; the message says where, for the operator. */
final class PluginFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PluginFault(String message, Throwable cause) {
        super(message, cause);
    }

    /** What was thrown while a plugin came or went, as one of the two that are told to the operator: it concerns this plugin only. */
    static RuntimeException of(Throwable thrown) {
        return thrown instanceof PluginRefusal || thrown instanceof PluginFault
                ? (RuntimeException) thrown
                : new PluginFault("the bot cannot take it (" + thrown + ")", thrown);
    }
}
