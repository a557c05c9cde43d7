package dev.odinbot.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The words that a {@code String} argument may be; case does not matter, and the parameter gets the word as it is written here. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface OneOf {
    /** {@return the words} */
    String[] value();
}
