package dev.odinbot.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The inclusive range of a decimal number that is a command argument. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface BetweenDecimals {
    /** {@return the least value that is allowed} */
    double min() default Double.NEGATIVE_INFINITY;

    /** {@return the greatest value that is allowed} */
    double max() default Double.POSITIVE_INFINITY;
}
