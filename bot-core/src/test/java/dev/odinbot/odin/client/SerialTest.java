package dev.odinbot.odin.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialTest {

    private final Serial serial = new Serial();

    @Test
    void execute_fromWithinATask_waitsForItsEnd() {
        List<String> ran = new ArrayList<>();
        serial.execute(() -> {
            serial.execute(() -> ran.add("inner"));
            ran.add("outer");
        });
        assertThat(ran).containsExactly("outer", "inner");
    }

    @Test
    void execute_taskFails_theNextRuns() {
        List<String> ran = new ArrayList<>();
        serial.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        serial.execute(() -> ran.add("next"));
        assertThat(ran).containsExactly("next");
    }

    @Test
    void execute_taskFailsWithAnError_theNextRuns() {
        List<String> ran = new ArrayList<>();
        serial.execute(() -> {
            throw new NoClassDefFoundError("on purpose");
        });
        serial.execute(() -> ran.add("next"));
        assertThat(ran).containsExactly("next");
    }

    @Test
    void execute_fromManyThreads_runsOneAtATimeAndEachThreadsInOrder() throws InterruptedException {
        int threads = 4;
        int tasks = 5000;
        List<Integer> ran = new ArrayList<>(); // not thread-safe on purpose
        CountDownLatch done = new CountDownLatch(threads * tasks);
        IntStream.range(0, threads)
                .forEach(thread -> new Thread(() -> IntStream.range(0, tasks)
                                .forEach(i -> serial.execute(() -> {
                                    ran.add(thread * tasks + i);
                                    done.countDown();
                                })))
                        .start());
        done.await();
        assertThat(ran).hasSize(threads * tasks);
        for (int thread = 0; thread < threads; thread++) {
            int from = thread * tasks;
            assertThat(ran.stream().filter(n -> n >= from && n < from + tasks).toList())
                    .isSorted();
        }
    }
}
