package dev.odinbot.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work that waits until the test lets it go on. */
final class Latches {

    private Latches() {}

    static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
