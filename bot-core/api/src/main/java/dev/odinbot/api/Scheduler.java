package dev.odinbot.api;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * A plugin's own timers and threads. All of it ends with the plugin: what waits is forgotten, what runs is interrupted. Any
 * thread.
 *
 * <p>Tasks run on the plugin's worker threads ({@code plugin-<id>-n}), which may wait for files and networks; a task that throws is
 * logged and costs nothing else. {@link #execute} takes work of the moment.
 */
public interface Scheduler extends Executor {

    /** Runs {@code task} once, {@code delay} from now, unless it is closed before. */
    Registration after(Duration delay, Runnable task);

    /** Runs {@code task} again and again, the first time one {@code period} from now; never twice at once. */
    Registration every(Duration period, Runnable task);
}
