package dev.odinbot.api.admin;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.room.RoomId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Which rooms the bot is in, and how it is there. */
public interface RoomControl {

    /**
     * One room that the bot is in or tries to be in.
     *
     * @param state for instance {@code joined} or {@code reconnecting}
     */
    record RoomStatus(RoomId id, String state, int peers) {}

    /** {@return the rooms, sorted by name} */
    List<RoomStatus> all();

    /**
     * Joins a room until it is left or the bot ends; completes when it is joined or the gateway has refused.
     *
     * @param key name of one of {@code odin.keys} in config.yml
     */
    CompletionStage<Outcome> join(RoomId room, String key);

    /** Leaves a room, for good; completes when it is left. */
    CompletionStage<Outcome> leave(RoomId room);

    /** What can be set in a room at run time, to stay so over restarts: {@code prefix}, {@code locale}, {@code volume}. */
    List<String> settings();

    /** The value that holds now. @throws IllegalArgumentException when there is no such room or setting */
    String setting(RoomId room, String name);

    /**
     * Changes one of the {@link #settings}.
     *
     * @param value empty = as config.yml says again
     */
    CompletionStage<Outcome> set(RoomId room, String name, String value);
}
