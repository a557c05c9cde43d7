package dev.odinbot.odin.transport;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** Runs the cases of a test that mostly waits at the same time, each still a test of its own. */
final class Together {

    private Together() {}

    static <T> Stream<DynamicTest> run(List<T> cases, ThrowingConsumer<T> test) {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "together");
            thread.setDaemon(true);
            return thread;
        });
        List<DynamicTest> tests = cases.stream()
                .map(one -> {
                    CompletableFuture<Void> done = new CompletableFuture<>();
                    threads.execute(() -> {
                        try {
                            test.accept(one);
                            done.complete(null);
                        } catch (Throwable fault) {
                            done.completeExceptionally(fault);
                        }
                    });
                    return DynamicTest.dynamicTest(one.toString(), () -> outcome(done));
                })
                .toList();
        threads.shutdown();
        return tests.stream();
    }

    private static void outcome(CompletableFuture<Void> done) throws Throwable {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
