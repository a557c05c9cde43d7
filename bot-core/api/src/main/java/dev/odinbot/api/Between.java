package dev.odinbot.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The inclusive range of a whole number: a config record's component or a command's argument. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Between {
    /** {@return the least value that is allowed} */
    long min() default Long.MIN_VALUE;

    /** {@return the greatest value that is allowed} */
    long max() default Long.MAX_VALUE;
}
