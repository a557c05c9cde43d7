package dev.odinbot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What holds when nothing is given.
 *
 * <p>On a config record's component: the value, as YAML, that it takes when config.yml does not name its key. A component without it
 * and of a record type is built from its own defaults; any other component without it is required.
 *
 * <p>On a parameter of a command, for an {@code [optional]} argument or a flag: the text, as somebody would type it, that is converted
 * when it is not given.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Default {
    /** {@return the text that stands for what is not given} */
    String value();
}
