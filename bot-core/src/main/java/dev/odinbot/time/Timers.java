package dev.odinbot.time;

import java.time.Duration;

/** Runs short tasks later, on the one {@code timer} thread; what may take long hands itself over to another. */
public interface Timers {

    Timer after(Duration delay, Runnable task);

    /** The first run comes one {@code period} from now. */
    Timer every(Duration period, Runnable task);

    /** A task that is waiting to run. */
    interface Timer {
        /** Prevents all runs that have not begun. */
        void cancel();
    }
}
