package dev.odinbot.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The argument takes the rest of the line as it was typed; only for the last one. Flags of the command are taken out of it: long ones
 * anywhere, short ones before the text and at its very end; all else that has dashes is text.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Rest {}
