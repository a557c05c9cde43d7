package dev.odinbot.guide;

import dev.odinbot.api.Plugin;
import dev.odinbot.api.PluginContext;
import dev.odinbot.api.command.Command;
import dev.odinbot.api.command.Reply;

// guide: lamp
public final class LampPlugin implements Plugin {

    @Override
    public void start(PluginContext context) {
        context.convert(Colour.class, new ColourConverter());
        context.register(this);
    }

    @Command("lamp <colour>")
    Reply lamp(Colour colour) {
        return Reply.of("The lamp is %06X now.".formatted(colour.rgb()));
    }
}
// end
