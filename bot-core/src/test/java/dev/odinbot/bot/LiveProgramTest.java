package dev.odinbot.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.odinbot.bot.room.BotRooms;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.ManualTimers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveProgramTest {

    private final FakeTicker ticker = new FakeTicker();
    private final ManualTimers timers = new ManualTimers(ticker);
    private final BotRooms rooms = mock(BotRooms.class);
    private final CompletableFuture<Void> quiet = new CompletableFuture<>();
    private final AtomicInteger ended = new AtomicInteger();
    private final LiveProgram program =
            new LiveProgram(mock(ConfigReload.class), rooms, ended::incrementAndGet, ticker, timers);

    @BeforeEach
    void rooms() {
        when(rooms.quiet()).thenReturn(quiet);
    }

    @Test
    void shutdown_waitsUntilAllIsSaid_andEndsOnce() {
        program.shutdown();
        program.shutdown();
        assertThat(ended).hasValue(0);

        quiet.complete(null);

        await().until(() -> ended.get() == 1);
        timers.advance(LiveProgram.LAST_WORDS);
        assertThat(ended).hasValue(1);
    }

    @Test
    void shutdown_doesNotWaitForeverForARoomThatIsSlow() {
        program.shutdown();

        timers.advance(LiveProgram.LAST_WORDS);

        await().until(() -> ended.get() == 1);
    }
}
