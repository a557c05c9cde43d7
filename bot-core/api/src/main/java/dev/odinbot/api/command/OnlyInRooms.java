package dev.odinbot.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The rooms, by id, in which a command exists; elsewhere it is unknown. Overridable in config.yml under {@code commands:}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnlyInRooms {
    /** {@return the ids of the rooms} */
    String[] value();
}
