package dev.odinbot.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameter is a flag: typed anywhere behind the command as {@code --name}, or {@code -s} when it has a short form, never part of
 * the pattern of {@link Command}. A {@code boolean} is true when it is there; any other type takes a value behind it ({@code --limit 5},
 * {@code --limit=5}) and must be {@code Optional}, {@code OptionalInt}, {@code OptionalDouble} or have a {@link
 * dev.odinbot.api.Default}. {@code --} ends the flags, unless it
 * comes in the text of a {@link Rest}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Flag {
    /** The name, without dashes; empty = the name of the parameter in kebab-case. */
    String value() default "";

    /** The short form, one letter; empty = none. Several short ones without a value can be typed together: {@code -sv}. */
    String shorthand() default "";
}
