package dev.odinbot.api.admin;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.room.RoomId;
import dev.odinbot.api.room.UserId;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * What the owner of the access key may do in its rooms, through the gateway's own methods. Any thread; nothing blocks. A stage completes
 * with what the gateway answered, in words; exceptionally only on a fault of ours.
 */
public interface Moderation {

    /** Throws every peer of that user out; they may come back. */
    CompletionStage<Outcome> kick(RoomId room, UserId user);

    /** Throws every peer of that user out and keeps it out for so long, at least a second. */
    CompletionStage<Outcome> ban(RoomId room, UserId user, Duration time);

    /** Says so in the room, throws everybody out, the bot too, and keeps the room closed for so long; zero = it may be opened again at once. */
    CompletionStage<Outcome> close(RoomId room, Duration time);

    /** Says something to everybody in the room in the gateway's name, even if the bot is not there. */
    CompletionStage<Outcome> announce(RoomId room, String text);
}
