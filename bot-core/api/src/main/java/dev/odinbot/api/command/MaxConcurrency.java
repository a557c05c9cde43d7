package dev.odinbot.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many runs of a command may be under way at the same time; one is under way until its stage has completed, or ten
 * minutes have passed: then the log says that it has not. A plugin that is reloaded begins with none under way. Overridable in config.yml
 * under {@code commands:}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MaxConcurrency {
    /** {@return the number of runs, 1 to 1000} */
    int value();

    /** {@return whose runs count together} */
    Scope per() default Scope.ROOM;
}
