package dev.odinbot.command;

import dev.odinbot.api.audio.Player;
import dev.odinbot.api.room.Peer;
import dev.odinbot.api.room.Room;

/** A chat line, with all that a handler may ask for. */
public record CommandCall(Room room, Peer sender, Player player, String line) {}
