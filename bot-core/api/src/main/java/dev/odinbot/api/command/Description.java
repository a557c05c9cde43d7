package dev.odinbot.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What help says of a command: one sentence. Rooms of another language get the sentence {@code description.<words>} of the plugin's message
 * bundles, when there is one: {@code description.playlist.save} for the command {@code playlist save}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Description {
    /** {@return the sentence} */
    String value();
}
