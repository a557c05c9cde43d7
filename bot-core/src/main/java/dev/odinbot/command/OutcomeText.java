package dev.odinbot.command;

import dev.odinbot.api.room.Room;

/** The one place that words outcomes. Any thread. */
public interface OutcomeText {

    /** The lines for the room, in its language; empty when nothing is to be said. */
    String of(CommandOutcome outcome, Room room);
}
