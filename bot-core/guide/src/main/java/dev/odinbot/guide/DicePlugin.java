package dev.odinbot.guide;

import dev.odinbot.api.Plugin;
import dev.odinbot.api.PluginContext;
import java.util.Random;

/** What the first plugin has become when the guide is through with it, without what new-plugin has written. */
public final class DicePlugin implements Plugin {

    @Override
    public void start(PluginContext context) {
        // guide: register
        context.register(new RollCommand(new Random()));
        // end
    }
}
