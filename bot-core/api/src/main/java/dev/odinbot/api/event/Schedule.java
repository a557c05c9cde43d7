package dev.odinbot.api.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a method again and again while the plugin is started. With a {@link dev.odinbot.api.room.Room} or {@link
 * dev.odinbot.api.audio.Player} among its parameters it runs once for every room that the bot is in, on that room's serial executor, and
 * may return a {@link dev.odinbot.api.command.Reply} for it; without, once on a worker thread of the plugin. An exception is logged and
 * the next run comes as planned. A run that has not ended is not followed by another; after five minutes the log says so.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Schedule {
    /** The time between two runs, as a command argument is typed: {@code 30s}, {@code 10m}, {@code 1h30m}; at least a second. */
    String every() default "";

    /** The time of day, {@code HH:mm}, in the zone of the machine, for once a day; instead of {@link #every}. */
    String at() default "";
}
