package dev.odinbot.bot;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.Program;
import dev.odinbot.time.Ticker;
import dev.odinbot.time.Timers;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program that this is. */
@Singleton
final class LiveProgram implements Program {

    private static final Logger LOG = LoggerFactory.getLogger(LiveProgram.class);

    /** What is being said now has to reach the rooms. */
    static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final ConfigReload reload;
    private final Exit exit;
    private final Ticker ticker;
    private final Timers timers;
    private final long startedNanos;
    private final AtomicBoolean ending = new AtomicBoolean();

    @Inject
    LiveProgram(ConfigReload reload, Exit exit, Ticker ticker, Timers timers) {
        this.reload = reload;
        this.exit = exit;
        this.ticker = ticker;
        this.timers = timers;
        startedNanos = ticker.nanos();
    }

    /** Ends the process, in an orderly way. */
    interface Exit {
        void now();
    }

    @Override
    public String version() {
        return Version.number();
    }

    @Override
    public Duration uptime() {
        return Duration.ofNanos(ticker.nanos() - startedNanos);
    }

    @Override
    public CompletionStage<Outcome> reloadConfig() {
        return reload.run();
    }

    @Override
    public void shutdown() {
        if (ending.compareAndSet(false, true)) {
            LOG.info("Asked to end");
            // On a thread of its own: the end waits for what the timer thread does.
            timers.after(LAST_WORDS, () -> new Thread(exit::now, "exit").start());
        }
    }
}
