package dev.odinbot.command.requirement;

import dev.odinbot.api.command.Scope;
import dev.odinbot.api.text.Text;
import dev.odinbot.command.requirement.Requirements.Ballot;
import dev.odinbot.command.requirement.Requirements.Rate;
import dev.odinbot.command.requirement.Requirements.Slots;
import java.util.List;
import java.util.Locale;

/** The sentences about requirements. */
final class ConditionText {

    private ConditionText() {}

    static Text of(Condition condition) {
        if (condition instanceof Condition.HasPermission permission) {
            return permission.groups().isEmpty()
                    ? Text.key("requirement.permission.nobody", permission.permission())
                    : Text.key(
                            "requirement.permission", permission.permission(), String.join(", ", permission.groups()));
        }
        if (condition instanceof Condition.InRoom in) {
            return in.rooms().isEmpty() ? Text.key("requirement.disabled") : rooms(in.rooms());
        }
        if (condition instanceof Condition.CooledDown cooled) {
            return of(cooled.rate());
        }
        if (condition instanceof Condition.NotBusy notBusy) {
            return of(notBusy.slots());
        }
        return of(((Condition.Agreed) condition).ballot());
    }

    static Text of(Rate rate) {
        return Text.key(
                "requirement.cooldown." + word(rate.per()),
                rate.burst(),
                rate.period().toSeconds());
    }

    static Text of(Slots slots) {
        return Text.key("requirement.concurrency." + word(slots.per()), slots.count());
    }

    static Text of(Ballot ballot) {
        if (!ballot.requesterDecides()) {
            return Text.key("requirement.vote", ballot.share());
        }
        String whose = switch (ballot.undoes()) {
            case NONE, PLAYING -> "playing";
            case WAITING -> "waiting";
            case ALL -> "all";
            case AT_POSITION -> "position";
        };
        return Text.key("requirement.vote." + whose, ballot.share());
    }

    static Text rooms(List<String> rooms) {
        return Text.key("requirement.rooms", String.join(", ", rooms));
    }

    private static String word(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }
}
