package dev.odinbot.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Calls of a command that help shows, without prefix. The build checks that they fit the pattern. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Example {
    /** {@return the calls, for instance {@code roll 2d6}} */
    String[] value();
}
