package dev.odinbot.guide;

import dev.odinbot.api.Plugin;
import dev.odinbot.api.PluginContext;

/** For {@link Countdown}. */
public final class CountdownPlugin implements Plugin {

    @Override
    public void start(PluginContext context) {
        context.register(new Countdown(context.scheduler()));
    }
}
