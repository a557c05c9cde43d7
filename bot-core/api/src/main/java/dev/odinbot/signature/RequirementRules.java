package dev.odinbot.signature;

import dev.odinbot.api.command.Cooldown;
import dev.odinbot.api.command.MaxConcurrency;
import dev.odinbot.api.command.OnlyInRooms;
import dev.odinbot.api.command.Permission;
import dev.odinbot.api.command.Vote;

/** What the annotations of a command's requirements may say. */
final class RequirementRules {

    private RequirementRules() {}

    static void check(Annotations annotations, Fault.Collector faults) {
        Cooldown cooldown = annotations.get(Cooldown.class);
        if (cooldown != null && (cooldown.seconds() < 1 || cooldown.burst() < 1)) {
            faults.add("has a @Cooldown with seconds or burst below 1");
        }
        MaxConcurrency most = annotations.get(MaxConcurrency.class);
        if (most != null && most.value() < 1) {
            faults.add("has a @MaxConcurrency below 1");
        }
        Vote vote = annotations.get(Vote.class);
        if (vote != null && !(vote.value() > 0 && vote.value() <= 1)) {
            faults.add("has a @Vote of " + vote.value() + "; a share is above 0 and at most 1");
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
