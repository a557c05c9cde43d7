package dev.odinbot.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may run a command. Every command has a permission; without this annotation it is the plugin's id and the words of the command
 * joined by dots ({@code music.playlist.save}), granted to everyone. Operators grant and take permissions by group and user in
 * config.yml or with {@code perm}, and {@code commands:} in config.yml may name another one for a command.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Permission {
    /** The permission; empty = the one that the command would have without this annotation. */
    String value() default "";

    /** The group that has it unless an operator says otherwise; groups that inherit from that one have it too. */
    String grantedTo() default EVERYONE;

    /** Everybody in the room. */
    String EVERYONE = "everyone";

    /** Inherits from everyone. May force what others vote about. */
    String MODERATOR = "moderator";

    /** Inherits from moderator. May administer the bot, and has every permission. */
    String OWNER = "owner";
}
