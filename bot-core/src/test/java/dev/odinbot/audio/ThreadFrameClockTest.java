package dev.odinbot.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import dev.odinbot.audio.FrameSource.Read;
import dev.odinbot.testing.RecordingFrameSink;
import dev.odinbot.time.TimeModule;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ThreadFrameClockTest {

    @Test
    void clock_onTheMachinesTime_movesFiftyFramesASecondOnItsThread() {
        FrameClock clock =
                Guice.createInjector(new TimeModule(), new AudioModule()).getInstance(FrameClock.class);
        AtomicReference<Thread> thread = new AtomicReference<>();
        RecordingFrameSink sink = new RecordingFrameSink();
        long start = System.nanoTime();
        FrameClock.Lane lane = clock.open(
                frame -> {
                    thread.set(Thread.currentThread());
                    return Read.FRAME;
                },
                sink);
        await().until(() -> clock.stats().ticks() >= 25); // counted once its frames have moved
        long ranTicks = clock.stats().ticks() + clock.stats().missed();
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();

        assertThat(lane.framesSent()).isGreaterThanOrEqualTo(25);
        assertThat(ranTicks).isBetween(25L, millis / 20 + 1);
        assertThat(thread.get().getName()).isEqualTo("frame-clock");
        assertThat(thread.get().isDaemon()).isTrue();
        assertThat(thread.get().getPriority()).isEqualTo(Thread.MAX_PRIORITY);
        assertThat(clock.stats().maxNanos()).isPositive();

        clock.close();
        await().until(() -> !thread.get().isAlive());
    }
}
