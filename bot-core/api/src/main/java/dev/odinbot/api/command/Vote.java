package dev.odinbot.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The command runs when enough of those present have called it with the same arguments. Each user id has one voice, the bot none; who leaves takes theirs
 * along; a vote ends after a minute without a new voice, when the track changes, and when the command runs. Who has the permission
 * {@code <permission of the command>.force} (moderators, unless an operator says otherwise; a granted {@code music.*} does not
 * cover it) decides alone, and so does who asked for the tracks that it {@link #undoes}, unless {@link #requesterDecides} is false; when
 * there are none of those, there is nothing to vote about and it runs. Overridable in config.yml under {@code commands:}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Vote {
    /** The share of those present that is needed, above 0, at most 1. */
    double value() default 0.5;

    /** {@return whether who asked for all the tracks that the command undoes, or for the playing one, decides alone} */
    boolean requesterDecides() default true;

    /** {@return the tracks that the command takes from those who asked for them} */
    Undoes undoes() default Undoes.NONE;

    /** Tracks that somebody asked for. */
    enum Undoes {
        /** The command is about something else; who asked for the playing track decides all the same. */
        NONE,
        /** The one that plays. */
        PLAYING,
        /** All that wait. */
        WAITING,
        /** The one that plays and all that wait. */
        ALL,
        /** The one that waits at the position which is the command's first argument, an {@code int} from 1. */
        AT_POSITION
    }
}
