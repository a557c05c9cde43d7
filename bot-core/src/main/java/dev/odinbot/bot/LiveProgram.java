package dev.odinbot.bot;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.Program;
import dev.odinbot.bot.room.BotRooms;
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

    /** So long a room that is slow may take to say what is being said now. */
    static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final ConfigReload reload;
    private final BotRooms rooms;
    private final Exit exit;
    private final Ticker ticker;
    private final Timers timers;
    private final long startedNanos;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    @Inject
    LiveProgram(ConfigReload reload, BotRooms rooms, Exit exit, Ticker ticker, Timers timers) {
        this.reload = reload;
        this.rooms = rooms;
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
            timers.after(LAST_WORDS, this::end);
            rooms.quiet().whenComplete((done, fault) -> end());
        }
    }

    /** On a thread of its own: the exit waits for what the thread does that brings it here. */
    private void end() {
        if (ended.compareAndSet(false, true)) {
            new Thread(exit::now, "exit").start();
        }
    }
}
