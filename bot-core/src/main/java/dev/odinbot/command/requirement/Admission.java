package dev.odinbot.command.requirement;

import dev.odinbot.api.command.Scope;
import java.time.Duration;

/** Whether a command may run now. */
public sealed interface Admission {

    /** @param done to be run when the run is over, however it ended; more than once does no harm */
    record Admitted(Runnable done) implements Admission {}

    record CoolingDown(Scope per, Duration waitFor) implements Admission {}

    record Busy(Scope per) implements Admission {}

    /**
     * Not enough voices yet.
     *
     * @param again whether the asker's had been counted before
     */
    record Voted(int voices, int needed, boolean again) implements Admission {}
}
