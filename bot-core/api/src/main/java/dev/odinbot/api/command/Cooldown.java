package dev.odinbot.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often a command may be run: {@code burst} times at once, then once in {@code seconds}. Only runs count, not calls that were
 * refused. Kept by user id, which outlasts leaving and coming back. Overridable in config.yml under {@code commands:}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Cooldown {
    /** Seconds until the next run is allowed, 1 to 604800 (a week). */
    int seconds();

    /** How many runs may follow each other at once, 1 to 1000. */
    int burst() default 1;

    /** {@return whose runs count together} */
    Scope per() default Scope.USER;
}
