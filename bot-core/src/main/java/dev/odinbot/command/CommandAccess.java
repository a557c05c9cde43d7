package dev.odinbot.command;

import dev.odinbot.api.audio.Player;
import dev.odinbot.api.command.CommandInfo;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;
import dev.odinbot.command.requirement.Condition;
import dev.odinbot.command.requirement.RequirementGate;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What stands between somebody and a command. Any thread. */
final class CommandAccess {

    private final CommandRegistry registry;
    private final RequirementGate gate;

    /** @param conditions all that is required, the permission first */
    record Explanation(CommandInfo command, List<Condition> conditions) {
        boolean met() {
            return conditions.stream().allMatch(Condition::met);
        }
    }

    @Inject
    CommandAccess(CommandRegistry registry, RequirementGate gate) {
        this.registry = registry;
        this.gate = gate;
    }

    /**
     * Every requirement of a command and whether it is met now; uses up nothing. Empty when there is no such command, or none in this room
     * and the asker may not use it anywhere: then it is as unknown to them as to the dispatcher.
     */
    Optional<Explanation> explain(String command, Room room, Peer asker, Player player) {
        return registry.listed(command)
                .filter(found ->
                        found.requirements().existsIn(room) || gate.permits(found.requirements(), asker.userId()))
                .map(found -> new Explanation(
                        found.info(), gate.explain(found.method().requirements(), room, asker, player)));
    }
}
