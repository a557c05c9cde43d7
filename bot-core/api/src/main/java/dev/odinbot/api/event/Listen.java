package dev.odinbot.api.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method hear of what happens in rooms. Its first parameter says of what: a kind of {@link dev.odinbot.api.room.RoomEvent} (or
 * all of them), {@link dev.odinbot.api.room.ChatMessage} (every line, commands too, before it is run), or a kind of {@link
 * dev.odinbot.api.audio.TrackEvent}. Other parameters are injected: {@link dev.odinbot.api.room.Room}, {@link
 * dev.odinbot.api.audio.Player}.
 *
 * <p>It returns nothing, or a {@link dev.odinbot.api.command.Reply} that is said to the room. It runs on the room's serial executor,
 * before the next event of that room; an exception is logged and costs nothing else. The bot's own lines and medias are not told of.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Listen {}
