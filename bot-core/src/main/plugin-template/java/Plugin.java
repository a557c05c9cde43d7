package @package@;

import dev.odinbot.api.Plugin;
import dev.odinbot.api.PluginContext;

/** The plugin: what it registers here goes away with it. */
public final class @Name@Plugin implements Plugin {

    @Override
    public void start(PluginContext context) {
        @Name@Config config = context.config(@Name@Config.class);
        Arrivals arrivals = new Arrivals();
        context.register(arrivals);
        context.register(new HelloCommand(config, arrivals));
    }
}
