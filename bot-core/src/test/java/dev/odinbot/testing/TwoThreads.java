package dev.odinbot.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does the same on two threads at once. */
public final class TwoThreads {

    private TwoThreads() {}

    /** What both counted together. */
    public static int sum(Callable<Integer> task) {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> run(together, task), two);
            CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> run(together, task), two);
            return one.join() + other.join();
        } finally {
            two.shutdownNow();
        }
    }

    private static int run(CyclicBarrier together, Callable<Integer> task) {
        try {
            together.await();
            return task.call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
