package dev.odinbot.plugins.fun;

import dev.odinbot.api.Plugin;
import dev.odinbot.api.PluginContext;

/** Things to pass the time with. */
final class FunPlugin implements Plugin {

    private final PollCommands polls;

    FunPlugin(PollCommands polls) {
        this.polls = polls;
    }

    @Override
    public void start(PluginContext context) {
        context.convert(Dice.class, new DiceConverter());
        context.register(new ChanceCommands());
        context.register(polls);
    }
}
