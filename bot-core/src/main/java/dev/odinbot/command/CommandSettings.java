package dev.odinbot.command;

import dev.odinbot.command.requirement.ChatConfig;
import dev.odinbot.command.requirement.CommandsConfig;
import dev.odinbot.command.requirement.FloodLimits;
import dev.odinbot.command.requirement.RequirementGate;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** What config.yml says of commands, to be replaced while the bot runs. Any thread. */
@Singleton
public final class CommandSettings {

    private final RequirementGate gate;
    private final FloodLimits limits;
    private final CommandRegistry registry;

    @Inject
    CommandSettings(RequirementGate gate, FloodLimits limits, CommandRegistry registry) {
        this.gate = gate;
        this.limits = limits;
        this.registry = registry;
    }

    /** The commands that are called from now on are held against these. */
    public void configure(CommandsConfig commands, ChatConfig chat) {
        gate.configure(commands);
        limits.configure(chat);
        registry.refresh();
    }

    /** A sentence about each override of a command that no plugin has; to be asked when the plugins are started. */
    public List<String> warnings() {
        return gate.idleOverrides(registry.declared());
    }
}
