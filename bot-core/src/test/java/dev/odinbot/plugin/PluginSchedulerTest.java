package dev.odinbot.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.odinbot.api.Registration;
import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.ManualTimers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PluginSchedulerTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManualTimers timers = new ManualTimers(new FakeTicker());
    private final Lease lease = new Lease("dice");
    private final PluginScheduler scheduler =
            new PluginScheduler("dice", getClass().getClassLoader(), lease, timers);
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        scheduler.close(Duration.ofSeconds(30));
    }

    @Test
    void tasks_runOnTheFewThreadsOfThePlugin() {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 100; i++) {
            scheduler.execute(() -> {
                threads.add(Thread.currentThread().getName());
                runs.incrementAndGet();
            });
        }

        await().until(() -> runs.get() == 100);
        assertThat(threads).hasSizeBetween(1, 8).allMatch(name -> name.matches("plugin-dice-[1-8]"));
    }

    @Test
    void after_runsOnceAtItsTime_unlessClosedBefore() {
        scheduler.after(MINUTE, runs::incrementAndGet);
        Registration closed = scheduler.after(MINUTE, () -> runs.addAndGet(100));
        closed.close();

        timers.advance(Duration.ofSeconds(59));
        assertThat(timers.waiting()).isEqualTo(1);
        timers.advance(Duration.ofSeconds(121));

        await().until(() -> runs.get() == 1);
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void every_runsAgainUntilClosed_thoughATaskThrows() {
        Registration registration = scheduler.every(MINUTE, () -> {
            runs.incrementAndGet();
            throw new IllegalStateException("no luck");
        });

        String log = CapturedLog.of(() -> await().until(() -> {
            timers.advance(MINUTE);
            return runs.get() >= 3;
        }));
        registration.close();
        int before = runs.get();
        timers.advance(MINUTE.multipliedBy(3));

        assertThat(timers.waiting()).isZero();
        scheduler.close(Duration.ofSeconds(30)); // its threads have ended then
        assertThat(runs.get() - before).as("only one that was under way").isLessThanOrEqualTo(1);
        assertThat(log).contains("A task of plugin dice failed").contains("no luck");
    }

    @Test
    void every_runThatTakesLong_isNotJoinedByASecond() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        scheduler.every(MINUTE, () -> {
            runs.incrementAndGet();
            begun.countDown();
            waitFor(release);
        });
        timers.advance(MINUTE);
        begun.await();

        timers.advance(MINUTE.multipliedBy(5));
        CountDownLatch other = new CountDownLatch(1);
        scheduler.execute(other::countDown);
        other.await();

        assertThat(runs).hasValue(1);
        release.countDown();
    }

    @Test
    void close_forgetsWhatWaitsAndInterruptsWhatRuns() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        scheduler.execute(() -> {
            begun.countDown();
            if (!waitFor(new CountDownLatch(1))) {
                interrupted.countDown();
            }
        });
        scheduler.every(MINUTE, runs::incrementAndGet);
        begun.await();

        lease.end();
        scheduler.close(Duration.ofSeconds(30));

        assertThat(interrupted.getCount()).isZero();
        assertThat(timers.waiting()).isZero();
        assertThatThrownBy(() -> scheduler.execute(() -> {})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> scheduler.after(MINUTE, () -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void close_threadThatGoesOn_isNamed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        scheduler.execute(() -> {
            begun.countDown();
            while (!waitFor(end)) {
                runs.incrementAndGet();
            }
        });
        begun.await();

        String log = CapturedLog.of(() -> scheduler.close(Duration.ofMillis(100)));
        end.countDown();

        assertThat(log)
                .contains("Plugin dice has threads that go on though interrupted; its classes stay until they end:"
                        + " [plugin-dice-1 at ");
    }

    @Test
    void execute_moreThanCanWait_isRefused() {
        CountDownLatch release = new CountDownLatch(1);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 20_000; i++) {
                        scheduler.execute(() -> waitFor(release));
                    }
                })
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("Plugin dice has 10000 tasks waiting already");
        release.countDown();
    }

    /** Whether it came; otherwise the thread was interrupted. */
    private static boolean waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
