package dev.odinbot.plugin;

/** A plugin's own code threw {@link #getCause}; the message says where, for the operator. */
final class PluginFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PluginFault(String message, Throwable cause) {
        super(message, cause);
    }
}
