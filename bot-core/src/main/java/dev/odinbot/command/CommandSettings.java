package dev.odinbot.command;

import dev.odinbot.command.requirement.ChatConfig;
import dev.odinbot.command.requirement.CommandsConfig;
import dev.odinbot.command.requirement.FloodLimits;
import dev.odinbot.command.requirement.RequirementGate;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What config.yml says of commands, to be replaced while the bot runs. Any thread. */
@Singleton
public final class CommandSettings {

    private static final Logger LOG = LoggerFactory.getLogger(CommandSettings.class);

    private final RequirementGate gate;
    private final FloodLimits limits;
    private final CommandRegistry registry;

    @Inject
    CommandSettings(RequirementGate gate, FloodLimits limits, CommandRegistry registry) {
        this.gate = gate;
        this.limits = limits;
        this.registry = registry;
    }

    /** The commands that are called from now on are held against these; what has no effect is logged. */
    public void configure(CommandsConfig commands, ChatConfig chat) {
        gate.configure(commands);
        limits.configure(chat);
        registry.refresh();
        warnings().forEach(LOG::warn);
    }

    /** A sentence about each override of a command that no plugin has; to be asked when the plugins are started. */
    public List<String> warnings() {
        return gate.idleOverrides(registry.declared());
    }
}
