package dev.odinbot.command.requirement;

import dev.odinbot.api.text.Text;
import java.time.Duration;
import java.util.List;

/** One thing that a command requires, and whether it is so now, for one asker in one room. */
public sealed interface Condition {

    boolean met();

    /** @param rooms in which the command exists; empty = it is switched off */
    record InRoom(boolean met, List<String> rooms) implements Condition {}

    /** @param groups whose members have the permission, sorted */
    record HasPermission(boolean met, String permission, List<String> groups) implements Condition {}

    /** @param left until the next run; zero when it may be now */
    record CooledDown(Requirements.Rate rate, Duration left) implements Condition {
        @Override
        public boolean met() {
            return left.isZero();
        }
    }

    record NotBusy(Requirements.Slots slots, int underWay) implements Condition {
        @Override
        public boolean met() {
            return underWay < slots.count();
        }
    }

    /**
     * @param voices without the asker's, if it has not voted
     * @param decides whether the command would run for the asker: by its voice, or because it may decide alone
     */
    record Agreed(Requirements.Ballot ballot, int voices, int needed, boolean decides) implements Condition {
        @Override
        public boolean met() {
            return decides;
        }
    }

    /** What is required, as a sentence of the core's bundles; see {@link Requirements#describe}. */
    default Text text() {
        return ConditionText.of(this);
    }
}
