package dev.odinbot.signature;

import dev.odinbot.api.command.Cooldown;
import dev.odinbot.api.command.MaxConcurrency;
import dev.odinbot.api.command.OnlyInRooms;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Vote;
import java.util.List;

/** What the annotations of a command's requirements may say. */
final class RequirementRules {

    // as operators may write in config.yml
    private static final int MOST_SECONDS = 7 * 24 * 60 * 60;
    private static final int MOST = 1000;

    private RequirementRules() {}

    private static boolean outside(int value, int most) {
        return value < 1 || value > most;
    }

    private static boolean beginsWithPosition(List<ArgumentShape> arguments) {
        return !arguments.isEmpty()
                && arguments.get(0).value().kind() == ValueKind.INT
                && arguments.get(0).value().wrapping() == ValueShape.Wrapping.NONE;
    }

    static void check(Annotations annotations, List<ArgumentShape> arguments, Fault.Collector faults) {
        Cooldown cooldown = annotations.get(Cooldown.class);
        if (cooldown != null && (outside(cooldown.seconds(), MOST_SECONDS) || outside(cooldown.burst(), MOST))) {
            faults.add(
                    "has a @Cooldown with seconds not from 1 to " + MOST_SECONDS + " or burst not from 1 to " + MOST);
        }
        MaxConcurrency most = annotations.get(MaxConcurrency.class);
        if (most != null && outside(most.value(), MOST)) {
            faults.add("has a @MaxConcurrency not from 1 to " + MOST);
        }
        Vote vote = annotations.get(Vote.class);
        if (vote != null && !(vote.value() > 0 && vote.value() <= 1)) {
            faults.add("has a @Vote of " + vote.value() + "; a share is above 0 and at most 1");
        }
        if (vote != null && vote.undoes() == Vote.Undoes.AT_POSITION && !beginsWithPosition(arguments)) {
            faults.add("has a @Vote about the track AT_POSITION, but its first argument is no int");
        }
        OnlyInRooms rooms = annotations.get(OnlyInRooms.class);
        if (rooms != null && rooms.value().length == 0) {
            faults.add("has an @OnlyInRooms without a room, so it would exist nowhere");
        }
        Permission permission = annotations.get(Permission.class);
        if (permission != null && permission.grantedTo().isBlank()) {
            faults.add("has a @Permission that is granted to no group; leave grantedTo out for everyone");
        }
    }
}
