/**
 * One running room: its chat becomes commands and what it says goes out in order, its player's frames become its media. The rest of
 * the bot sees {@code BotRooms} and what it tells of each room. Imports the features that meet in a room, and not {@code bot}.
 *
 * <p>Threads: what a room hears is done on its serial executor, by way of {@code RoomInbox}; {@code BotRooms}, {@code RoomChat} and
 * {@code Outbox} are for any thread.
 */
@NullMarked
package dev.odinbot.bot.room;

import org.jspecify.annotations.NullMarked;
