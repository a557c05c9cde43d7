package dev.odinbot.testing;

import dev.odinbot.api.Outcome;
import dev.odinbot.api.admin.Program;
import dev.odinbot.api.text.Text;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A program of version 1.2.3 that has been running since the test began. */
public final class FakeProgram implements Program {

    private final FakeTicker ticker;
    private volatile Outcome reloaded = Outcome.done(Text.of("config.yml is as it was."));
    private volatile boolean ended;

    FakeProgram(FakeTicker ticker) {
        this.ticker = ticker;
    }

    /** What reading config.yml again comes to from now on. */
    public void reloads(Outcome outcome) {
        reloaded = outcome;
    }

    /** Whether somebody has shut it down. */
    public boolean ended() {
        return ended;
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public Duration uptime() {
        return Duration.ofNanos(ticker.nanos());
    }

    @Override
    public CompletionStage<Outcome> reloadConfig() {
        return CompletableFuture.completedFuture(reloaded);
    }

    @Override
    public void shutdown() {
        ended = true;
    }
}
