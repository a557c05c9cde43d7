package dev.odinbot.plugin;

/** A plugin's own code threw {@link #getCause}. */
final class PluginFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PluginFault(Throwable cause) {
        super(cause);
    }
}
