package dev.odinbot.plugin;

import org.pf4j.PluginRuntimeException;

/** A jar that cannot be a plugin of this bot; the message says why, for the operator. */
final class PluginRefusal extends PluginRuntimeException {

    private static final long serialVersionUID = 1L;

    PluginRefusal(String reason) {
        super(reason);
    }
}
