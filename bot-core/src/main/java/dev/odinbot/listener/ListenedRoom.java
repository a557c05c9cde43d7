package dev.odinbot.listener;

import dev.odinbot.api.audio.Player;
import dev.odinbot.api.room.Room;
import java.util.concurrent.Executor;

/** A room that plugins' methods can be run for, with its serial executor. */
public record ListenedRoom(Room room, Player player, Executor executor) {}
