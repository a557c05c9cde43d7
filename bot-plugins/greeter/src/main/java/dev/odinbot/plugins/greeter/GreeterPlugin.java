package dev.odinbot.plugins.greeter;

import dev.odinbot.api.Plugin;
import dev.odinbot.api.PluginContext;
import java.time.Clock;

/** Says hello and good-bye. */
final class GreeterPlugin implements Plugin {

    private final Clock clock;

    GreeterPlugin(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void start(PluginContext context) {
        context.register(new Greeter(context.config(GreeterConfig.class), clock));
    }
}
