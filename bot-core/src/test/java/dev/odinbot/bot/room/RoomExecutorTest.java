package dev.odinbot.bot.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.odinbot.testing.CapturedLog;
import dev.odinbot.testing.FakeTicker;
import dev.odinbot.testing.ManualTimers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomExecutorTest {

    private final ManualTimers timers = new ManualTimers(new FakeTicker());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger turns = new AtomicInteger();
    private final RoomExecutor room = new RoomExecutor(this::turn, timers);
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /** Counted when the room asks for a thread: what may not go on has not, however late that thread is. */
    private void turn(Runnable turn) {
        turns.incrementAndGet();
        threads.execute(turn);
    }

    @AfterEach
    void stop() {
        end.countDown();
        threads.shutdownNow();
    }

    @Test
    void quickTasks_runOneAfterTheOtherInOrder() {
        AtomicInteger atOnce = new AtomicInteger();
        List<Integer> ran = new ArrayList<>(); // not safe for threads: the executor has to be

        for (int i = 0; i < 1000; i++) {
            int number = i;
            room.execute(() -> {
                atOnce.incrementAndGet();
                ran.add(number);
                if (atOnce.decrementAndGet() > 0) {
                    log.add("two at once");
                }
                if (number == 999) {
                    log.add("last");
                }
            });
        }

        await().untilAsserted(() -> assertThat(log).containsExactly("last"));
        assertThat(ran).isEqualTo(IntStream.range(0, 1000).boxed().toList());
    }

    @Test
    void slowTask_holdsBackTheOthersForHalfASecondOnly() {
        slow("slow");
        room.execute(() -> log.add("quick 1"));
        room.execute(() -> log.add("quick 2"));
        await().untilAsserted(() -> assertThat(log).containsExactly("slow begins"));

        timers.advance(Duration.ofMillis(499));
        assertThat(turns).hasValue(1);
        timers.advance(Duration.ofMillis(1));

        await().untilAsserted(() -> assertThat(log).containsExactly("slow begins", "quick 1", "quick 2"));
        end.countDown();
        await().untilAsserted(() -> assertThat(log).endsWith("slow ends"));
    }

    @Test
    void slowTask_thatHasEnded_runsNothingTwice() {
        slow("slow");
        await().until(() -> !log.isEmpty());
        timers.advance(RoomExecutor.PATIENCE);
        end.countDown();
        await().untilAsserted(() -> assertThat(log).contains("slow ends"));

        for (int i = 0; i < 100; i++) {
            int number = i;
            room.execute(() -> log.add("after " + number));
        }

        await().untilAsserted(() -> assertThat(log).hasSize(102).doesNotHaveDuplicates());
        await().untilAsserted(() -> assertThat(timers.waiting()).isZero());
    }

    @Test
    void slowTasks_beyondTheLimit_letTheRoomWait() {
        for (int i = 0; i <= RoomExecutor.MOST_ALONE; i++) {
            int number = i;
            slow("slow " + i);
            await().until(() -> log.contains("slow " + number + " begins"));
            timers.advance(RoomExecutor.PATIENCE);
        }
        room.execute(() -> log.add("quick"));

        assertThat(turns).hasValue(RoomExecutor.MOST_ALONE + 1);
        assertThat(log).hasSize(RoomExecutor.MOST_ALONE + 1).doesNotContain("quick");
        end.countDown();
        await().untilAsserted(() -> assertThat(log).contains("quick"));
    }

    @Test
    void taskOfTheRunningOne_comesBeforeThoseThatWait() {
        room.execute(() -> {
            room.execute(() -> log.add("later"));
            room.executePluginsNext(List.of(() -> log.add("next 1"), () -> log.add("next 2")));
        });

        await().untilAsserted(() -> assertThat(log).containsExactly("next 1", "next 2", "later"));
    }

    @Test
    void fault_evenAnError_costsThatTaskOnly() {
        room.execute(() -> {
            throw new NoClassDefFoundError("gone");
        });
        room.execute(() -> log.add("next"));

        await().untilAsserted(() -> assertThat(log).containsExactly("next"));
    }

    @Test
    void slowTasks_atTheLimit_letTheRoomGoOnWhenOneEnds() {
        CountDownLatch first = new CountDownLatch(1);
        room.executePlugins(() -> {
            log.add("first begins");
            waitFor(first);
            log.add("first ends");
        });
        await().until(() -> log.contains("first begins"));
        timers.advance(RoomExecutor.PATIENCE);
        for (int i = 0; i < RoomExecutor.MOST_ALONE; i++) {
            int number = i;
            slow("slow " + i);
            await().until(() -> log.contains("slow " + number + " begins"));
            timers.advance(RoomExecutor.PATIENCE);
        }
        room.execute(() -> log.add("quick"));
        assertThat(turns).hasValue(RoomExecutor.MOST_ALONE + 1);
        assertThat(log).doesNotContain("quick");

        first.countDown();

        await().untilAsserted(() -> assertThat(log).contains("quick"));
        assertThat(log).noneMatch(line -> line.startsWith("slow") && line.endsWith("ends"));
    }

    @Test
    void roomsOwnTask_howeverSlow_keepsItsOrder() {
        room.execute(() -> {
            log.add("own begins");
            waitFor(end);
            log.add("own ends");
        });
        room.execute(() -> log.add("next"));
        await().until(() -> !log.isEmpty());

        timers.advance(RoomExecutor.PATIENCE.multipliedBy(10));
        assertThat(turns).as("threads at the room's tasks").hasValue(1);
        end.countDown();

        await().untilAsserted(() -> assertThat(log).containsExactly("own begins", "own ends", "next"));
    }

    @Test
    void noThread_forAMoment_costsTheRoomNothing() {
        Deque<Runnable> handedOver = new ArrayDeque<>();
        AtomicInteger refusals = new AtomicInteger(2);
        RoomExecutor poor = new RoomExecutor(
                task -> {
                    if (refusals.getAndDecrement() > 0) {
                        throw new RejectedExecutionException("no thread");
                    }
                    handedOver.add(task);
                },
                timers);

        String logged = CapturedLog.of(() -> poor.execute(() -> log.add("first")));
        assertThat(logged).contains("ERROR").contains("no thread");
        timers.advance(RoomExecutor.RETRY);
        assertThat(handedOver).as("refused again").isEmpty();
        timers.advance(RoomExecutor.RETRY);
        poor.execute(() -> log.add("second"));
        handedOver.remove().run();

        assertThat(log).containsExactly("first", "second");
        assertThat(timers.waiting()).isZero();
    }

    private void slow(String name) {
        room.executePlugins(() -> {
            log.add(name + " begins");
            waitFor(end);
            log.add(name + " ends");
        });
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
