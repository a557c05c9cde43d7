package dev.odinbot.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.odinbot.testing.CapturedLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemTimersTest {

    private final SystemTimers timers = new SystemTimers();
    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

    @Test
    void after_twoTasks_runInTheOrderOfTheirTimeOnOneThread() {
        timers.after(Duration.ofSeconds(1), () -> ran.add("second on " + thread()));
        timers.after(Duration.ofMillis(1), () -> ran.add("first on " + thread()));
        assertThat(next()).isEqualTo("first on timer");
        assertThat(next()).isEqualTo("second on timer");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void every_taskFails_isLoggedAndRunsAgain(boolean withError) {
        String log = CapturedLog.of(() -> {
            Timers.Timer timer = timers.every(Duration.ofMillis(1), () -> {
                ran.add("ran");
                if (withError) {
                    throw new NoClassDefFoundError("on purpose");
                }
                throw new IllegalStateException("on purpose");
            });
            assertThat(next()).isEqualTo("ran");
            assertThat(next()).isEqualTo("ran");
            timer.cancel();
        });
        assertThat(log).contains("ERROR").contains("A timer task failed").contains("on purpose");
    }

    @Test
    void after_longerThanNanosecondsCanCount_isNever() {
        timers.after(Duration.ofDays(999_999_999), () -> ran.add("never"));
        timers.every(Duration.ofDays(999_999_999), () -> ran.add("never"));
        timers.after(Duration.ofMillis(1), () -> ran.add("soon"));

        assertThat(next()).isEqualTo("soon");
        assertThat(ran).isEmpty();
    }

    @Test
    void cancel_beforeItsTime_neverRuns() {
        timers.after(Duration.ofSeconds(1), () -> ran.add("cancelled")).cancel();
        timers.every(Duration.ofSeconds(1), () -> ran.add("cancelled")).cancel();
        timers.after(Duration.ofMillis(1200), () -> ran.add("later"));
        List<String> all = new ArrayList<>(List.of(next()));
        ran.drainTo(all);
        assertThat(all).containsExactly("later");
    }

    private String next() {
        try {
            return String.valueOf(ran.poll(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String thread() {
        return Thread.currentThread().getName();
    }
}
