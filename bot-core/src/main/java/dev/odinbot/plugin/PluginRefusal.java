package dev.odinbot.plugin;

/** Something about a plugin that cannot be done; the message says why, for the operator. Ends in an outcome, never in a trace. */
class PluginRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PluginRefusal(String reason) {
        super(reason);
    }
}
