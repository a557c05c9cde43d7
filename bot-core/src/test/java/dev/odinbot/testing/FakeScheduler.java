package dev.odinbot.testing;

import dev.odinbot.api.Registration;
import dev.odinbot.api.Scheduler;
import dev.odinbot.time.Timers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A plugin's timers, turned by hand; work of the moment is done at once, on the calling thread. */
final class FakeScheduler implements Scheduler {

    private final Timers timers;
    private final List<Timers.Timer> waiting = new CopyOnWriteArrayList<>();

    FakeScheduler(Timers timers) {
        this.timers = timers;
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public Registration after(Duration delay, Runnable task) {
        return keep(timers.after(delay, task));
    }

    @Override
    public Registration every(Duration period, Runnable task) {
        return keep(timers.every(period, task));
    }

    private Registration keep(Timers.Timer timer) {
        waiting.add(timer);
        return () -> {
            timer.cancel();
            waiting.remove(timer);
        };
    }

    /** Forgets all that waits, as it goes with a plugin that is stopped. */
    void close() {
        waiting.forEach(Timers.Timer::cancel);
        waiting.clear();
    }
}
